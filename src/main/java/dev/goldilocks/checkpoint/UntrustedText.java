package dev.goldilocks.checkpoint;

/** Text out of a checkpoint's files, made fit to stand in a sentence for people. */
final class UntrustedText {

  private static final int LONGEST = 60;

  private UntrustedText() {}

  /**
   * The text without control characters, cut after 60 characters.
   *
   * @param text anything a file may hold
   */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append('…');
    }
    return shown.toString();
  }
}
