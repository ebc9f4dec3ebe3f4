package dev.goldilocks.chart;

import dev.goldilocks.runs.Comparison;

/** Finds the drawing of each kind of chart of a comparison. */
final class ComparisonDrawings {

  private final DrawnRuns drawn;

  ComparisonDrawings(Comparison comparison, ChartStyle style) {
    this.drawn = DrawnRuns.of(comparison, style);
  }

  /** The drawing of a kind of chart. */
  Drawing of(ChartKind kind) {
    return switch (kind) {
      case SPEED -> new RunDrawings(drawn).speed();
      case SPEEDUP -> new RunDrawings(drawn).speedup();
      case SPEEDUP_OVER_K -> new OverDraftTokensDrawing(drawn).drawing();
      case WATERFALL -> new RoundDrawings(drawn).waterfall();
      case LEDGER -> new RoundDrawings(drawn).ledger();
      case CATEGORIES -> new CategoriesDrawing(drawn).drawing();
      case ACCEPTANCE -> new RunDrawings(drawn).acceptance();
      case ACCEPTANCE_BY_POSITION -> new PositionsDrawing(drawn).drawing();
      case ACCEPTANCE_LENGTH -> new RunDrawings(drawn).acceptanceLength();
      case FIRST_TOKEN -> new RunDrawings(drawn).firstToken();
      case MEMORY -> new RunDrawings(drawn).memory();
    };
  }
}
