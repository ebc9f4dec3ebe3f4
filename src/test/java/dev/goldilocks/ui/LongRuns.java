package dev.goldilocks.ui;

import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;

/** Requests for runs that are long enough to show what grows with a run. */
final class LongRuns {

  private LongRuns() {}

  /** At least 10,000 rounds with the scripted engine. */
  static RunSpec tenThousandRounds() {
    RunSpec spec = Specs.of(Shelves.PROMPTS.size(), 4);
    return new RunSpec(
        spec.target(),
        spec.draft(),
        spec.device(),
        spec.threads(),
        spec.draftTokens(),
        spec.sampling(),
        new PromptChoice(spec.prompts().file(), Integer.MAX_VALUE),
        128,
        6,
        spec.endOfSequence());
  }
}
