package dev.goldilocks.decode;

import java.util.List;

/**
 * A finished text.
 *
 * @param ids the new tokens, the first one included
 * @param prefillNanos time to the first token; with a drafter its reading of the prompt is included
 * @param steps every step after the first token
 */
public record Generation(List<Integer> ids, long prefillNanos, List<Step> steps) {

  public Generation {
    ids = List.copyOf(ids);
    steps = List.copyOf(steps);
  }

  /** Time after the first token, in nanoseconds. */
  public long decodeNanos() {
    return steps.stream().mapToLong(Step::nanos).sum();
  }

  /** Tokens after the first over the time after the first; NaN when there is only one token. */
  public double decodeTokensPerSecond() {
    return steps.isEmpty() ? Double.NaN : (ids.size() - 1) * 1e9 / decodeNanos();
  }
}
