package dev.goldilocks.bench;

/** What happens in a probe, in order. Immutable, and can be written as one line of JSON. */
public sealed interface ProbeEvent {

  /** Whether nothing comes after it. */
  default boolean endsProbe() {
    return switch (this) {
      case Reached _ -> false;
      case Finished _, Cancelled _, Failed _ -> true;
    };
  }

  /** A stage begins. */
  record Reached(ProbeStage stage) implements ProbeEvent {}

  /** All was measured. */
  record Finished(Probe probe) implements ProbeEvent {}

  /** The probe was cancelled; nothing is kept. */
  record Cancelled() implements ProbeEvent {}

  /**
   * The probe failed.
   *
   * @param sentence what, where and what to do
   * @param kind whose fault it was
   */
  record Failed(String sentence, FailureKind kind) implements ProbeEvent {}
}
