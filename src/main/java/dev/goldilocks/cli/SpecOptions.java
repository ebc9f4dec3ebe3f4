package dev.goldilocks.cli;

import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.hardware.Devices;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run is asked for on the command line. */
final class SpecOptions {

  @Option(
      names = "--target",
      paramLabel = "DIR",
      description = "Checkpoint of the target, Hugging Face layout. Default: the bundled pair.")
  private Optional<Path> target;

  @Option(
      names = "--draft",
      paramLabel = "DIR",
      description = "Checkpoint of the draft; goes with --target.")
  private Optional<Path> draft;

  @Option(
      names = "--drafter",
      paramLabel = "D",
      description = {
        "What guesses: model, or prompt-lookup, which needs no draft model.",
        "Default: model."
      })
  private Optional<DrafterKind> drafter;

  @Option(
      names = "--longest-match",
      paramLabel = "N",
      description = {
        "Most tokens of the text's end that prompt lookup looks for.",
        "Goes with --drafter prompt-lookup. Default: 2."
      })
  private Optional<Integer> longestMatch;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = RunDefaults.DEVICE,
      description = "Where both run. Default: ${DEFAULT-VALUE}.")
  private String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the kernels. Default: one for each physical core.")
  private Optional<Integer> threads;

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "Weights of the target: f32, bf16 or int8. Default: bf16.")
  private Optional<Precision> precision;

  @Option(
      names = "--draft-precision",
      paramLabel = "P",
      description = "Weights of the draft. Default: as --precision.")
  private Optional<Precision> draftPrecision;

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
    Device.Usable usable = Devices.usable(device, machine);
    Models models =
        switch (drafter.orElse(DrafterKind.MODEL)) {
          case MODEL -> withDraftModel(bundled);
          case PROMPT_LOOKUP -> withPromptLookup(bundled);
        };
    return new RunSpec(
        models.target(),
        models.draft(),
        device,
        threads.map(usable::checkedThreads).orElse(usable.defaultThreads()),
        draftTokens
            .map(DraftTokens::lengths)
            .orElseGet(() -> DraftLengths.of(RunDefaults.DRAFT_TOKENS)),
        sampling.sampling(),
        new PromptChoice(prompts.orElseGet(bundled::prompts), limit.orElse(Integer.MAX_VALUE)),
        maxNewTokens,
        repeats,
        ignoreEndOfSequence ? EndOfSequence.IGNORE : EndOfSequence.STOP);
  }

  private record Models(ModelChoice target, DraftChoice draft) {}

  private Models withDraftModel(BundledAssets bundled) {
    if (longestMatch.isPresent()) {
      throw new ProblemException(
          "--longest-match goes with --drafter prompt-lookup; give both, or leave it out.");
    }
    BundledAssets.Pair pair = pair(bundled);
    Precision targetPrecision = precision.orElse(RunDefaults.PRECISION);
    return new Models(
        new ModelChoice(pair.target(), targetPrecision),
        new ModelChoice(pair.draft(), draftPrecision.orElse(targetPrecision)));
  }

  private Models withPromptLookup(BundledAssets bundled) {
    if (draft.isPresent() || draftPrecision.isPresent()) {
      throw new ProblemException(
          "--drafter prompt-lookup has no draft model; leave --draft and --draft-precision out.");
    }
    return new Models(
        new ModelChoice(
            target.orElseGet(() -> bundled.pair().target()),
            precision.orElse(RunDefaults.PRECISION)),
        longestMatch.map(PromptLookup::new).orElse(PromptLookup.USUAL));
  }

  private BundledAssets.Pair pair(BundledAssets bundled) {
    if (target.isEmpty() && draft.isEmpty()) {
      return bundled.pair();
    }
    return new BundledAssets.Pair(
        target.orElseThrow(() -> half("--draft", "--target")),
        draft.orElseThrow(() -> half("--target", "--draft")));
  }

  private static ProblemException half(String given, String missing) {
    return new ProblemException(
        "%s is given without %s; name both models, or neither for the bundled pair."
            .formatted(given, missing));
  }
}
