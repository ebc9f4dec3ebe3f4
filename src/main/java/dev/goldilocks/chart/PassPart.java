package dev.goldilocks.chart;

import dev.goldilocks.bench.PassRegime;

/**
 * What the time of a pass is made of. Reading and arithmetic go on at once, so that the shorter of
 * the two lies within the longer; what neither accounts for is overhead.
 */
enum PassPart {
  MEMORY("limits.memory"),
  BOTH("limits.both"),
  COMPUTE("limits.compute"),
  OVERHEAD("limits.overhead");

  private final String key;

  PassPart(String key) {
    this.key = key;
  }

  /** Its name. */
  String name(ChartTexts texts) {
    return texts.of(key);
  }

  /** Its share of the time of a pass; all four add up to 1, or to the floor if that is longer. */
  double share(PassRegime regime) {
    double together = Math.min(regime.memoryShare(), regime.computeShare());
    return switch (this) {
      case MEMORY -> regime.memoryShare() - together;
      case BOTH -> together;
      case COMPUTE -> regime.computeShare() - together;
      case OVERHEAD -> regime.overheadShare();
    };
  }

  /** How it is drawn. */
  LedgerMark mark(ChartPalette palette) {
    return switch (this) {
      case MEMORY ->
          new LedgerMark(palette.background(), palette.speculative(), LedgerMark.Lines.RISING);
      case BOTH ->
          new LedgerMark(palette.background(), palette.series().get(3), LedgerMark.Lines.CROSSED);
      case COMPUTE ->
          new LedgerMark(palette.series().get(1), palette.series().get(1), LedgerMark.Lines.NONE);
      case OVERHEAD ->
          new LedgerMark(palette.baselineFill(), palette.series().get(4), LedgerMark.Lines.NONE);
    };
  }
}
