package dev.goldilocks.ui.runs;

/** In which form runs leave the window. */
public enum ExportFormat {
  JSON("json"),
  CSV("csv"),
  MARKDOWN("md");

  private final String extension;

  ExportFormat(String extension) {
    this.extension = extension;
  }

  /** The ending of its files, without a dot. */
  public String extension() {
    return extension;
  }
}
