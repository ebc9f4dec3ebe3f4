package dev.goldilocks.bench;

import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.TokenChoice;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How the tokens of each text of a run are chosen. A sampled text has random numbers of its own, so
 * that it depends on the run's seed, its pair and its side, and on nothing measured before it.
 */
final class TokenChoices {

  private final Sampling sampling;
  private final Map<Side, long[]> seeds = new EnumMap<>(Side.class);
  private final SplittableRandom warmUps;

  TokenChoices(Sampling sampling, int pairs) {
    this.sampling = sampling;
    SplittableRandom random = new SplittableRandom(sampling.seed());
    this.warmUps = random.split();
    for (Side side : Side.values()) {
      seeds.put(side, random.split().longs(pairs).toArray());
    }
  }

  TokenChoice of(PairPlan pair, Side side) {
    return choice(seeds.get(side)[pair.index()]);
  }

  TokenChoice forWarmUp() {
    return choice(warmUps.nextLong());
  }

  private TokenChoice choice(long seed) {
    return sampling.isGreedy()
        ? new TokenChoice.Greedy()
        : new TokenChoice.Sampled(sampling, new SplittableRandom(seed));
  }
}
