package dev.goldilocks.cli;

import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.hardware.Devices;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which pair is measured, and what on. */
final class PairOptions {

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

  /** A pair, and what it is measured on. */
  record Choice(ModelChoice target, DraftChoice draft, String device, int threads) {}

  private record Models(ModelChoice target, DraftChoice draft) {}

  /**
   * The pair that was asked for.
   *
   * @param machine decides which devices there are, and the default number of threads
   */
  Choice choice(BundledAssets bundled, MachineDescription machine) {
    Device.Usable usable = Devices.usable(device, machine);
    Models models =
        switch (drafter.orElse(DrafterKind.MODEL)) {
          case MODEL -> withDraftModel(bundled);
          case PROMPT_LOOKUP -> withPromptLookup(bundled);
        };
    return new Choice(
        models.target(),
        models.draft(),
        device,
        threads.map(usable::checkedThreads).orElse(usable.defaultThreads()));
  }

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
