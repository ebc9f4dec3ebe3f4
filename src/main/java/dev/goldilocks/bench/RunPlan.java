package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** In which order a run's pairs are measured. */
final class RunPlan {

  private RunPlan() {}

  /**
   * Every prompt at every K and policy, as often as it is repeated. All prompts come before any is
   * repeated, and all values of K follow each other on one prompt, so that a machine that slows
   * down slows all of them alike. The order of the K on a prompt, and which side of a pair goes
   * first, are drawn from the seed.
   */
  static List<PairPlan> pairs(RunSpec spec, List<Prompt> prompts) {
    SplittableRandom random = new SplittableRandom(spec.sampling().seed());
    List<PairPlan> pairs = new ArrayList<>();
    for (int repeat = 0; repeat < spec.repeats(); repeat++) {
      for (Prompt prompt : prompts) {
        List<DraftLength> lengths = new ArrayList<>(spec.lengths().values());
        Collections.shuffle(lengths, random);
        for (DraftLength length : lengths) {
          Side first = random.nextBoolean() ? Side.BASELINE : Side.SPECULATIVE;
          pairs.add(new PairPlan(pairs.size(), prompt, length, repeat, first));
        }
      }
    }
    return pairs;
  }
}
