package dev.goldilocks.ui.fake;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import java.util.List;

/** Requests for runs of the fake models. */
public final class Specs {

  private Specs() {}

  /** The bundled target with prompt lookup on all prompts. */
  public static RunSpec withPromptLookup(PromptLookup lookup) {
    RunSpec pair = of(Integer.MAX_VALUE, 4);
    return new RunSpec(
        pair.target(),
        lookup,
        pair.device(),
        pair.threads(),
        pair.draftTokens(),
        pair.sampling(),
        pair.prompts(),
        pair.maxNewTokens(),
        pair.repeats(),
        pair.endOfSequence());
  }

  /** The bundled pair on some prompts, with these values of K. */
  public static RunSpec of(int prompts, Integer... draftTokens) {
    return new RunSpec(
        new ModelChoice(Shelves.TARGET.directory(), Precision.BF16),
        new ModelChoice(Shelves.DRAFT.directory(), Precision.BF16),
        "cpu",
        2,
        List.of(draftTokens),
        Sampling.greedy(0),
        new PromptChoice(Shelves.PROMPT_FILE, prompts),
        64,
        1,
        EndOfSequence.STOP);
  }
}
