package dev.goldilocks.engine;

/** Exit codes of the engine process; the commands have the same. */
final class ExitCode {

  /** All was measured. */
  static final int FINISHED = 0;

  /** The run failed. */
  static final int FAILED = 1;

  /** The request, or a file it names, is wrong. */
  static final int REQUEST_WRONG = 2;

  /** The run was cancelled. */
  static final int CANCELLED = 130;

  private ExitCode() {}
}
