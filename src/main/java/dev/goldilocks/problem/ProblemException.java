package dev.goldilocks.problem;

/**
 * A problem that a user can put right. The message is one sentence (or two short ones) that says
 * what is wrong, where (the file or field), and what to do about it. It is shown as it stands,
 * without a stack trace.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what, where and what to do
   */
  public ProblemException(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence what, where and what to do
   * @param cause what was thrown underneath, for the log alone
   */
  public ProblemException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
