package dev.goldilocks.ui.text;

import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        draftTokens(spec.draftTokens()),
        figures.count(spec.maxNewTokens()),
        figures.count(spec.repeats()));
  }

  /** The values of K, a range as such: {@code 4}, {@code 1–8} or {@code 1, 2, 4}. */
  private String draftTokens(List<Integer> values) {
    int first = values.getFirst();
    int last = values.getLast();
    boolean range =
        last > first && values.equals(IntStream.rangeClosed(first, last).boxed().toList());
    return range
        ? texts.of("spec.range", figures.count(first), figures.count(last))
        : values.stream().map(figures::count).collect(Collectors.joining(", "));
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
