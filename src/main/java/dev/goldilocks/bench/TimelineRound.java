package dev.goldilocks.bench;

import dev.goldilocks.decode.RoundTime;
import java.util.List;
import java.util.Optional;

/**
 * A round of a timeline, or the reading of the prompt that comes before the first.
 *
 * @param tokens drafted ones first, then the target's own
 * @param nanos its wall time
 * @param parts where that went; empty where it is not divided, as in the reading of the prompt
 */
public record TimelineRound(List<TimelineToken> tokens, long nanos, Optional<RoundTime> parts) {

  public TimelineRound {
    tokens = List.copyOf(tokens);
  }
}
