package dev.goldilocks.bench;

import dev.goldilocks.decode.Step;
import dev.goldilocks.decode.TokenText;
import java.util.List;
import java.util.Map;

/**
 * What happens in a run, in order. An event is immutable and can be written as one line of JSON.
 */
public sealed interface RunEvent {

  /** Whether nothing comes after it. */
  default boolean endsRun() {
    return switch (this) {
      case Finished _, Cancelled _, Failed _ -> true;
      case Started _,
          CeilingsMeasured _,
          ModelLoaded _,
          Planned _,
          WarmingUp _,
          SideStarted _,
          FirstToken _,
          Stepped _,
          PairMeasured _,
          TextReviewed _,
          TokensNamed _,
          MemoryRead _ ->
          false;
    };
  }

  /** The engine is up. */
  record Started(Environment environment) implements RunEvent {}

  /**
   * The ceilings of memory and arithmetic are measured, before a model is loaded.
   *
   * @param limits what they allow the target's passes
   */
  record CeilingsMeasured(PassLimits limits) implements RunEvent {}

  /**
   * A model is ready.
   *
   * @param loadMillis time to load it
   */
  record ModelLoaded(Role role, ModelDescription model, long loadMillis) implements RunEvent {}

  /** What will be measured, in order. Warm-ups come before the first pair and are not listed. */
  record Planned(List<PairPlan> pairs) implements RunEvent {
    public Planned {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * Warm-up goes on.
   *
   * @param done lengths warmed
   * @param total lengths to warm
   */
  record WarmingUp(int done, int total) implements RunEvent {}

  /** One side of a pair begins. */
  record SideStarted(int pair, Side side) implements RunEvent {}

  /**
   * The first token is there.
   *
   * @param token its id
   * @param text its characters; empty while their bytes are not complete
   * @param prefillNanos time to the first token
   */
  record FirstToken(int pair, Side side, int token, String text, long prefillNanos)
      implements RunEvent {}

  /**
   * A step was taken.
   *
   * @param pieces what the step added to the text, in order: accepted tokens apart from the
   *     target's own. Characters whose bytes are not complete yet come with a later step.
   */
  record Stepped(int pair, Side side, Step step, List<TextPiece> pieces) implements RunEvent {
    public Stepped {
      pieces = List.copyOf(pieces);
    }
  }

  /** Both sides of a pair are measured. */
  record PairMeasured(PairSample sample) implements RunEvent {}

  /** A speculative text was read once more; comes after everything was measured. */
  record TextReviewed(TextProbabilities text) implements RunEvent {}

  /**
   * What tokens add to a text.
   *
   * @param texts by id, of every token that occurs in the run
   */
  record TokensNamed(Map<Integer, TokenText> texts) implements RunEvent {
    public TokensNamed {
      texts = Map.copyOf(texts);
    }
  }

  /**
   * Memory of the engine process.
   *
   * @param millis since the run started
   * @param residentBytes resident set size
   */
  record MemoryRead(long millis, long residentBytes) implements RunEvent {}

  /** All was measured. */
  record Finished(long peakMemoryBytes) implements RunEvent {}

  /** The run was cancelled; what was measured stands. */
  record Cancelled() implements RunEvent {}

  /**
   * The run failed.
   *
   * @param sentence what, where and what to do
   * @param kind whose fault it was
   */
  record Failed(String sentence, FailureKind kind) implements RunEvent {}
}
