package dev.goldilocks.problem;

/** How a command or the engine process ended, for whoever started it. */
public final class ExitCode {

  /** It did what was asked. */
  public static final int DONE = 0;

  /** The run, or the program itself, failed. */
  public static final int FAILED = 1;

  /** The request, or a file it names, is wrong. */
  public static final int REQUEST_WRONG = 2;

  /** It was cancelled: 128 plus the number of SIGINT, as shells have it. */
  public static final int CANCELLED = 130;

  private ExitCode() {}
}
