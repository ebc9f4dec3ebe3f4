package dev.goldilocks.bench;

/** Where a run's figures come from. */
public enum Provenance {
  /** Measured by this program. */
  MEASURED("measured"),
  /** Someone else's figures, entered by hand. */
  REPORTED("reported"),
  /** Times are real, texts are not: forced acceptance or random weights. */
  TIMING_ONLY("timing-only"),
  /** Put together from the journal of a run that did not end. */
  RECOVERED("recovered");

  private final String label;

  Provenance(String label) {
    this.label = label;
  }

  /** The name used in files. */
  public String label() {
    return label;
  }
}
