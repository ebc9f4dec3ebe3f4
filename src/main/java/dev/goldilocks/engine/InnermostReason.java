package dev.goldilocks.engine;

/** What a fault comes down to, short enough for a message. */
final class InnermostReason {

  private static final int SHOWN_CHARACTERS = 200;

  private InnermostReason() {}

  /** The last line of what was thrown first: the tensor library puts its reason there. */
  static String of(Throwable thrown) {
    Throwable innermost = thrown;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String line =
        innermost
            .toString()
            .lines()
            .filter(text -> !text.isBlank())
            .reduce("", (_, last) -> last)
            .strip();
    return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
