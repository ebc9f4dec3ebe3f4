package dev.goldilocks.ui.text;

import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says in one line what a run is asked for. */
public final class SpecText {

  private final Texts texts;
  private final FigureFormat figures;

  public SpecText(Texts texts, FigureFormat figures) {
    this.texts = texts;
    this.figures = figures;
  }

  /** Both models, for example {@code Qwen2.5-1.5B + Qwen2.5-0.5B}. */
  public String models(RunSpec spec) {
    return texts.of("spec.models", name(spec.target()), name(spec.draft()));
  }

  /** The rest, for example {@code int8 + bf16 · K 1–8 · 128 tokens × 3}. */
  public String conditions(RunSpec spec) {
    String target = spec.target().precision().label();
    String draft =
        switch (spec.draft()) {
          case ModelChoice(Path _, Precision precision) -> precision.label();
          case PromptLookup _ -> target;
        };
    return texts.of(
        "spec.conditions",
        target.equals(draft) ? target : texts.of("spec.models", target, draft),
        draftTokens(spec.lengths()),
        figures.count(spec.maxNewTokens()),
        figures.count(spec.repeats()));
  }

  /**
   * A range as such, policies last: {@code 4}, {@code 1–8}, {@code 1, 2, 4} or {@code 4, auto..16}.
   */
  private String draftTokens(DraftLengths lengths) {
    List<Integer> fixed = lengths.fixed();
    return Stream.concat(
            isRange(fixed)
                ? Stream.of(
                    texts.of(
                        "spec.range",
                        figures.count(fixed.getFirst()),
                        figures.count(fixed.getLast())))
                : fixed.stream().map(figures::count),
            lengths.adaptive().stream().map(DraftLength::label))
        .collect(Collectors.joining(", "));
  }

  private static boolean isRange(List<Integer> values) {
    return values.size() > 1
        && values.equals(
            IntStream.rangeClosed(values.getFirst(), values.getLast()).boxed().toList());
  }

  private static String name(DraftChoice choice) {
    return switch (choice) {
      case ModelChoice(Path directory, Precision _) -> {
        Path name = directory.getFileName();
        yield name == null ? directory.toString() : name.toString();
      }
      case PromptLookup _ -> PromptLookup.NAME;
    };
  }
}
