package dev.goldilocks.ui.shell;

/** The pages of the window. */
public enum Page {
  BENCH,
  RUNS,
  COMPARE,
  HARDWARE,
  HELP
}
