package dev.goldilocks.bench;

/** Where a run's figures come from. */
public enum Provenance {
  /** Measured by this program. */
  MEASURED("measured"),
  /** Someone else's figures, entered by hand. */
  REPORTED("reported"),
  /** Times are real, texts are not: forced acceptance or random weights. */
  TIMING_ONLY("timing-only"),
  /** What was measured before the run was cancelled. */
  CANCELLED("cancelled"),
  /** What was measured before the run broke off: it failed, or its journal has no end. */
  RECOVERED("recovered");

  private final String label;

  Provenance(String label) {
    this.label = label;
  }

  /** The name used in tables; a run file splits {@link #CANCELLED}, see its description. */
  public String label() {
    return label;
  }
}
