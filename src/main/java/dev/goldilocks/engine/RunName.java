package dev.goldilocks.engine;

import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The name of a run that nobody has named: its pair and K, then what departs from the usual, for
 * example {@code goldilocks-java-4m + 1m-draft, K = 1 to 8, int8}. It stands in files and is the
 * same in every locale.
 */
final class RunName {

  /** The bundled prompt set, which goes without saying. */
  static final String BUNDLED_PROMPTS = "java";

  private static final String PROMPTS_SUFFIX = ".jsonl";

  private RunName() {}

  static String of(RunSpec spec) {
    return Stream.of(
            Stream.of(models(spec)),
            Stream.of(lengths(spec.lengths())),
            precision(spec),
            prompts(spec.prompts()),
            sampling(spec.sampling()))
        .flatMap(part -> part)
        .collect(Collectors.joining(", "));
  }

  private static String models(RunSpec spec) {
    String target = lastPart(spec.target().directory());
    return target
        + " + "
        + switch (spec.draft()) {
          case ModelChoice(Path directory, Precision _) -> beside(target, lastPart(directory));
          case PromptLookup lookup when lookup.equals(PromptLookup.USUAL) -> PromptLookup.NAME;
          case PromptLookup(int longestMatch) -> PromptLookup.NAME + " " + longestMatch;
        };
  }

  /** The draft's name without the words at its start and end that the target's has as well. */
  private static String beside(String target, String draft) {
    List<String> words = List.of(draft.split("-", -1));
    List<String> others = List.of(target.split("-", -1));
    int least = Math.min(words.size(), others.size());
    int start = 0;
    while (start < least && words.get(start).equals(others.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && words.get(words.size() - 1 - end).equals(others.get(others.size() - 1 - end))) {
      end++;
    }
    List<String> own = words.subList(start, words.size() - end);
    return own.isEmpty() ? draft : String.join("-", own);
  }

  private static String lengths(DraftLengths lengths) {
    List<Integer> fixed = lengths.fixed();
    String all =
        Stream.concat(
                isRange(fixed)
                    ? Stream.of(fixed.getFirst() + " to " + fixed.getLast())
                    : fixed.stream().map(String::valueOf),
                lengths.adaptive().stream().map(DraftLength::shortLabel))
            .collect(Collectors.joining(","));
    return "K = " + all;
  }

  private static boolean isRange(List<Integer> values) {
    return values.size() > 2
        && values.equals(
            IntStream.rangeClosed(values.getFirst(), values.getLast()).boxed().toList());
  }

  private static Stream<String> precision(RunSpec spec) {
    Precision target = spec.target().precision();
    Precision draft = precision(spec.draft(), target);
    if (target == draft) {
      return target == RunDefaults.PRECISION ? Stream.empty() : Stream.of(target.label());
    }
    return Stream.of(target.label() + " + " + draft.label());
  }

  private static Precision precision(DraftChoice draft, Precision target) {
    return switch (draft) {
      case ModelChoice(Path _, Precision precision) -> precision;
      case PromptLookup _ -> target;
    };
  }

  private static Stream<String> prompts(PromptChoice prompts) {
    String file = lastPart(prompts.file());
    String name =
        file.endsWith(PROMPTS_SUFFIX)
            ? file.substring(0, file.length() - PROMPTS_SUFFIX.length())
            : file;
    return name.equals(BUNDLED_PROMPTS) ? Stream.empty() : Stream.of(name);
  }

  private static Stream<String> sampling(Sampling sampling) {
    if (sampling.isGreedy()) {
      return Stream.empty();
    }
    return Stream.of(
            Stream.of("temperature " + sampling.temperature()),
            sampling.topK() == 0 ? Stream.<String>empty() : Stream.of("top-k " + sampling.topK()),
            sampling.topP() == 1 ? Stream.<String>empty() : Stream.of("top-p " + sampling.topP()))
        .flatMap(part -> part);
  }

  private static String lastPart(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
