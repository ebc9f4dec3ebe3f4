package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes what a run is asked for as the command that asks for the same, quoted for a POSIX shell
 * (IEEE Std 1003.1, Shell Command Language, 2.2.2 Single-Quotes). An option that would say what the
 * command does anyhow is left out, so that one sees what is special about the run. Paths are
 * absolute, so that the command means the same in every folder.
 */
public final class CommandText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  private CommandText() {}

  /**
   * The command, in one line unless a path has a line break in its name.
   *
   * @param defaults what the command takes where it is not told
   */
  public static String of(RunSpec spec, CommandDefaults defaults) {
    return words(spec, defaults).stream().map(CommandText::quoted).collect(Collectors.joining(" "));
  }

  private static List<String> words(RunSpec spec, CommandDefaults defaults) {
    List<String> words = new ArrayList<>(List.of("goldilocks", "run"));
    Precision precision = spec.target().precision();
    addModels(words, spec, defaults);
    option(words, "--device", spec.device(), RunDefaults.DEVICE);
    option(words, "--threads", spec.threads(), defaults.threads());
    option(words, "--precision", precision.label(), RunDefaults.PRECISION.label());
    if (spec.draft() instanceof ModelChoice(Path _, Precision draft)) {
      option(words, "--draft-precision", draft.label(), precision.label());
    }
    option(
        words,
        "--draft-tokens",
        spec.lengths().label(),
        DraftLengths.of(RunDefaults.DRAFT_TOKENS).label());
    if (!is(defaults.prompts(), spec.prompts().file())) {
      path(words, "--prompts", spec.prompts().file());
    }
    option(words, "--limit", spec.prompts().limit(), Integer.MAX_VALUE);
    option(words, "--max-new-tokens", spec.maxNewTokens(), RunDefaults.MAX_NEW_TOKENS);
    option(words, "--repeats", spec.repeats(), RunDefaults.REPEATS);
    addSampling(words, spec.sampling());
    if (spec.endOfSequence() == EndOfSequence.IGNORE) {
      words.add("--ignore-eos");
    }
    return words;
  }

  private static void addModels(List<String> words, RunSpec spec, CommandDefaults defaults) {
    Path target = spec.target().directory();
    boolean bundledTarget = is(defaults.pair().map(pair -> pair.target().directory()), target);
    switch (spec.draft()) {
      case ModelChoice(Path draft, Precision _) -> {
        // The command takes both names or neither.
        if (!bundledTarget || !is(defaults.pair().map(pair -> pair.draft().directory()), draft)) {
          path(words, "--target", target);
          path(words, "--draft", draft);
        }
      }
      case PromptLookup(int longestMatch) -> {
        if (!bundledTarget) {
          path(words, "--target", target);
        }
        words.add("--drafter=" + PromptLookup.LABEL);
        option(words, "--longest-match", longestMatch, PromptLookup.USUAL.longestMatch());
      }
    }
  }

  private static void addSampling(List<String> words, Sampling sampling) {
    Sampling usual = Sampling.greedy(RunDefaults.SEED);
    option(words, "--temperature", sampling.temperature(), usual.temperature());
    option(words, "--top-k", sampling.topK(), usual.topK());
    option(words, "--top-p", sampling.topP(), usual.topP());
    option(words, "--seed", sampling.seed(), usual.seed());
  }

  /** As one word: a value of its own that began with a hyphen would be read as an option. */
  private static <T> void option(List<String> words, String name, T value, T usual) {
    if (!value.equals(usual)) {
      words.add(name + "=" + value);
    }
  }

  private static void path(List<String> words, String name, Path value) {
    words.add(name + "=" + value.toAbsolutePath());
  }

  private static boolean is(Optional<Path> usual, Path path) {
    return usual.map(Path::toAbsolutePath).equals(Optional.of(path.toAbsolutePath()));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
