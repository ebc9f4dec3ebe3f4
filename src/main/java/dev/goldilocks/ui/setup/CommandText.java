package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes what a run is asked for as the command that asks for the same, quoted for a POSIX shell
 * (IEEE Std 1003.1, Shell Command Language, 2.2.2 Single-Quotes). Every option is written out, so
 * that the command means the same after defaults have changed, and paths are absolute, so that it
 * means the same in every folder.
 */
public final class CommandText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  private CommandText() {}

  /** The command, in one line unless a path has a line break in its name. */
  public static String of(RunSpec spec) {
    return words(spec).stream().map(CommandText::quoted).collect(Collectors.joining(" "));
  }

  private static List<String> words(RunSpec spec) {
    List<String> words = new ArrayList<>(List.of("goldilocks", "run"));
    option(words, "--target", spec.target().directory());
    switch (spec.draft()) {
      case ModelChoice(Path directory, Precision precision) -> {
        option(words, "--draft", directory);
        option(words, "--draft-precision", precision.label());
      }
      case PromptLookup(int longestMatch) -> {
        option(words, "--drafter", PromptLookup.LABEL);
        option(words, "--longest-match", longestMatch);
      }
    }
    option(words, "--device", spec.device());
    option(words, "--threads", spec.threads());
    option(words, "--precision", spec.target().precision().label());
    option(words, "--draft-tokens", spec.lengths().label());
    option(words, "--prompts", spec.prompts().file());
    if (spec.prompts().limit() < Integer.MAX_VALUE) {
      option(words, "--limit", spec.prompts().limit());
    }
    option(words, "--max-new-tokens", spec.maxNewTokens());
    option(words, "--repeats", spec.repeats());
    Sampling sampling = spec.sampling();
    option(words, "--temperature", sampling.temperature());
    option(words, "--top-k", sampling.topK());
    option(words, "--top-p", sampling.topP());
    option(words, "--seed", sampling.seed());
    if (spec.endOfSequence() == EndOfSequence.IGNORE) {
      words.add("--ignore-eos");
    }
    return words;
  }

  /** As one word: a value of its own that began with a hyphen would be read as an option. */
  private static void option(List<String> words, String name, Object value) {
    words.add(name + "=" + value);
  }

  private static void option(List<String> words, String name, Path value) {
    words.add(name + "=" + value.toAbsolutePath());
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
