package dev.goldilocks.cli;

import dev.goldilocks.bench.RunResult;
import java.util.Optional;

/**
 * Says why a speedup and the tokens/s beside it point in opposite directions: the one is a mean
 * over pairs, the others are pooled over all tokens, where long texts count more.
 */
final class PooledSpeeds {

  /** How far a figure must be from 1 for its direction to show in three digits. */
  private static final double ROUNDING = 0.005;

  private PooledSpeeds() {}

  /** One sentence; empty when both point the same way, or one of them nowhere. */
  static Optional<String> disagreement(RunResult result) {
    double pooled =
        result.speculative().decodeTokensPerSecond() / result.baseline().decodeTokensPerSecond();
    return direction(pooled) * direction(result.speedup().value()) < 0
        ? Optional.of(
            "The tokens/s, pooled over all tokens, point the other way than the speedup, a mean"
                + " over pairs: the long texts went otherwise than most.")
        : Optional.empty();
  }

  /** 1 for faster, -1 for slower, 0 for neither or undefined. */
  private static int direction(double ratio) {
    if (ratio > 1 + ROUNDING) {
      return 1;
    }
    return ratio < 1 - ROUNDING ? -1 : 0;
  }
}
