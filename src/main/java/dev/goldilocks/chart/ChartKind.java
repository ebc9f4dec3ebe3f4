package dev.goldilocks.chart;

import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the chart of a comparison shows. */
public enum ChartKind {
  /** Decode tokens/s of both sides, as bars, with the speedup beside them. */
  SPEED,
  /** The speedup with its interval on a wide axis. */
  SPEEDUP,
  /** The speedup over K, a line for each run. */
  SPEEDUP_OVER_K,
  /** From Theorem 3.8 to the measured speedup, step by step. */
  WATERFALL,
  /** Where a round's time goes, as stacked bars. */
  LEDGER,
  /** The speedup on the prompts of each category, a mark for each run. */
  CATEGORIES,
  /** Accepted over drafted tokens, as bars. */
  ACCEPTANCE,
  /** Acceptance by position in the draft, a line for each run. */
  ACCEPTANCE_BY_POSITION,
  /** Tokens a round, as bars. */
  ACCEPTANCE_LENGTH,
  /** Time to first token of both sides, as bars. */
  FIRST_TOKEN,
  /** Peak memory of the engine process, as bars. */
  MEMORY;

  /** The kinds that have something to say of the runs, in the order of their constants. */
  public static List<ChartKind> toldBy(Comparison comparison) {
    return Stream.of(values()).filter(kind -> kind.isToldBy(comparison)).toList();
  }

  /** Whether a chart of this kind says itself at which K it shows a run, whatever is asked for. */
  public boolean choosesDraftTokens() {
    return switch (this) {
      case SPEEDUP_OVER_K, CATEGORIES, ACCEPTANCE_BY_POSITION -> true;
      case SPEED, SPEEDUP, WATERFALL, LEDGER, ACCEPTANCE, ACCEPTANCE_LENGTH, FIRST_TOKEN, MEMORY ->
          false;
    };
  }

  /** Whether a chart of this kind has a figure to draw. */
  public boolean isToldBy(Comparison comparison) {
    return switch (this) {
      case SPEED ->
          isTold(comparison, result -> result.baseline().decodeTokensPerSecond())
              || isTold(comparison, result -> result.speculative().decodeTokensPerSecond());
      case SPEEDUP -> isTold(comparison, result -> result.speedup().value());
      case SPEEDUP_OVER_K -> comparison.hasSeveralDraftTokens();
      case WATERFALL ->
          comparison.groups().stream().anyMatch(group -> RoundDrawings.isPredicted(group.result()));
      case LEDGER ->
          comparison.groups().stream().anyMatch(group -> RoundDrawings.isTimed(group.result()));
      case CATEGORIES -> !comparison.categories().isEmpty();
      case ACCEPTANCE -> isTold(comparison, RunResult::acceptanceRate);
      case ACCEPTANCE_BY_POSITION ->
          comparison.groups().stream()
              .anyMatch(group -> !group.result().acceptanceByPosition().isEmpty());
      case ACCEPTANCE_LENGTH -> isTold(comparison, RunResult::meanAcceptanceLength);
      case FIRST_TOKEN ->
          isTold(comparison, result -> result.baseline().timeToFirstTokenMs())
              || isTold(comparison, result -> result.speculative().timeToFirstTokenMs());
      case MEMORY ->
          comparison.groups().stream().anyMatch(group -> group.result().peakMemoryBytes() > 0);
    };
  }

  private static boolean isTold(Comparison comparison, ToDoubleFunction<RunResult> figure) {
    return comparison.groups().stream()
        .mapToDouble(group -> figure.applyAsDouble(group.result()))
        .anyMatch(Double::isFinite);
  }
}
