package dev.goldilocks.cli;

import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.hardware.MachineDescription;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run is asked for on the command line. */
final class SpecOptions {

  @Mixin private PairOptions pair;

  @Option(
      names = {"-k", "--draft-tokens"},
      paramLabel = "K",
      description = {
        "Tokens drafted a round: 4, 1..8 or 1,2,4. Default: 4.",
        "Policies choose it: heuristic (two more after a round accepted whole, else one fewer),"
            + " auto (the fastest by measured costs and acceptance), 8@0.4 (8, stopping where the"
            + " draft gave its token less than 0.4). Both names take a most K: auto..12. Default:"
            + " 16."
      })
  private Optional<DraftTokens> draftTokens;

  @Option(
      names = "--prompts",
      paramLabel = "FILE",
      description = "Prompts in Spec-Bench's form (.jsonl). Default: the bundled ones.")
  private Optional<Path> prompts;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Takes N of the prompts, spread over their categories. Default: all.")
  private Optional<Integer> limit;

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      defaultValue = "" + RunDefaults.MAX_NEW_TOKENS,
      description = "Tokens written after each prompt. Default: ${DEFAULT-VALUE}.")
  private int maxNewTokens;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "" + RunDefaults.REPEATS,
      description = "Pairs measured for each prompt and K. Default: ${DEFAULT-VALUE}.")
  private int repeats;

  @Mixin private SamplingOptions sampling;

  @Option(
      names = "--ignore-eos",
      description = "Writes on after an end-of-sequence token, so that all texts are as long.")
  private boolean ignoreEndOfSequence;

  /**
   * The spec that was asked for.
   *
   * @param machine decides which devices there are, and the default number of threads
   */
  RunSpec spec(BundledAssets bundled, MachineDescription machine) {
    PairOptions.Choice choice = pair.choice(bundled, machine);
    return new RunSpec(
        choice.target(),
        choice.draft(),
        choice.device(),
        choice.threads(),
        draftTokens
            .map(DraftTokens::lengths)
            .orElseGet(() -> DraftLengths.of(RunDefaults.DRAFT_TOKENS)),
        sampling.sampling(),
        new PromptChoice(prompts.orElseGet(bundled::prompts), limit.orElse(Integer.MAX_VALUE)),
        maxNewTokens,
        repeats,
        ignoreEndOfSequence ? EndOfSequence.IGNORE : EndOfSequence.STOP);
  }
}
