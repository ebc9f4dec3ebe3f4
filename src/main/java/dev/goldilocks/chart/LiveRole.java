package dev.goldilocks.chart;

/** What a live series stands for; decides its colour, dash and fill, the same on every chart. */
public enum LiveRole {
  BASELINE,
  SPECULATIVE,
  ACCEPTANCE,
  MEMORY
}
