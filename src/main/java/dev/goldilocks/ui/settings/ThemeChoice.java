package dev.goldilocks.ui.settings;

/** Which theme people asked for. */
public enum ThemeChoice {
  LIGHT,
  DARK,
  /** Whatever the system has at the moment. */
  SYSTEM
}
