package dev.goldilocks.engine;

import java.time.Duration;

/**
 * A line of the engine's standard output: how many milliseconds ago the event happened, a blank,
 * the event. Events wait for each other, so that neither side is woken while a step is timed, and
 * the host needs no clock in common with the engine. Without a number the event is as old as its
 * line.
 *
 * @param ago how long before the line was written the event happened; whole milliseconds
 * @param event the event as one line of JSON
 */
record PipedLine(Duration ago, String event) {

  /** Digits that no wait of an engine needs, and that would not fit a duration. */
  private static final int MOST_DIGITS = 12;

  /** Takes a line apart; whether the event is one is not looked at. */
  static PipedLine parse(String line) {
    int digits = 0;
    while (digits < Math.min(line.length(), MOST_DIGITS) && isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean aged = digits > 0 && digits < line.length() && line.charAt(digits) == ' ';
    return aged
        ? new PipedLine(
            Duration.ofMillis(Long.parseLong(line, 0, digits, 10)), line.substring(digits + 1))
        : new PipedLine(Duration.ZERO, line);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** The line, without its end. */
  String text() {
    return ago.toMillis() + " " + event;
  }
}
