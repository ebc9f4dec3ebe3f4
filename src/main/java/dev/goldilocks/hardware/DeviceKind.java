package dev.goldilocks.hardware;

/** The kinds of device that libtorch knows and people ask for. */
public enum DeviceKind {
  CPU("cpu", "CPU"),
  CUDA("cuda", "NVIDIA GPU (CUDA)"),
  MPS("mps", "Apple GPU (MPS)");

  private final String id;
  private final String label;

  DeviceKind(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** The name in commands and files. */
  public String id() {
    return id;
  }

  /** The name in the window. */
  public String label() {
    return label;
  }
}
