package dev.goldilocks.decode;

import java.util.List;

/** One turn of a decoding loop after the first token: what it emitted and the time it took. */
public sealed interface Step {

  /** Ids this step added to the text, at least one. */
  List<Integer> emitted();

  /** Wall time of the whole step in nanoseconds. */
  long nanos();

  /** Plain decoding: one call that chose each of {@code emitted} in a pass of its own. */
  record Plain(List<Integer> emitted, long nanos) implements Step {
    public Plain {
      emitted = List.copyOf(emitted);
      if (emitted.isEmpty() || nanos < 0) {
        throw new IllegalArgumentException(emitted.size() + " tokens in " + nanos + " ns");
      }
    }
  }

  /**
   * A round of speculative decoding: K tokens drafted, one target pass over K + 1 positions.
   *
   * @param drafted the drafted ids; empty when only one token was left to write, or the drafter had
   *     no guess
   * @param accepted how many of them the target accepted, the bonus token not counted
   * @param emitted the accepted ids and the correction or bonus token, cut at a stop id or at the
   *     token limit
   * @param time where the round's time went
   */
  record Round(List<Integer> drafted, int accepted, List<Integer> emitted, RoundTime time)
      implements Step {
    public Round {
      drafted = List.copyOf(drafted);
      emitted = List.copyOf(emitted);
      if (emitted.isEmpty() || accepted < 0 || accepted > drafted.size()) {
        throw new IllegalArgumentException(
            accepted + " of " + drafted.size() + " accepted, " + emitted.size() + " emitted");
      }
    }

    @Override
    public long nanos() {
      return time.totalNanos();
    }
  }
}
