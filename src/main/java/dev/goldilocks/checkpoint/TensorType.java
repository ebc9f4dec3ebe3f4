package dev.goldilocks.checkpoint;

/** Element types of safetensors files that the model program reads. */
public enum TensorType {
  F32(4),
  F16(2),
  BF16(2);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }
}
