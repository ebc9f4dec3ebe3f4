package dev.goldilocks.runs;

import dev.goldilocks.decode.TokenText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A token as one visible word: a space is {@code ·}, a tab {@code ⇥}, the end of a line {@code ⏎};
 * a long row of one of them is its sign with a number.
 */
public final class TokenLabel {

  /** Longest label in characters. */
  public static final int LONGEST = 14;

  private static final int LONGEST_ROW = 4;

  private TokenLabel() {}

  /**
   * The label of a token, cut where it is longer than {@link #LONGEST}.
   *
   * @param text its text; empty when the run does not tell
   */
  public static String shortened(int id, Optional<TokenText> text) {
    String whole = whole(id, text);
    return whole.codePointCount(0, whole.length()) <= LONGEST
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** The whole label of a token. */
  public static String whole(int id, Optional<TokenText> text) {
    return text.map(TokenLabel::visible).orElse("#" + id);
  }

  private static String visible(TokenText text) {
    return switch (text) {
      case TokenText.Characters(String characters) when characters.isEmpty() -> "∅";
      case TokenText.Characters(String characters) -> visible(characters);
      case TokenText.Bytes(String hex) ->
          hex.toUpperCase(Locale.ROOT)
              .replaceAll("(?<=\\G..)(?!$)", " ")
              .transform("‹%s›"::formatted);
    };
  }

  private static String visible(String characters) {
    StringBuilder label = new StringBuilder();
    int[] points = characters.codePoints().toArray();
    for (int start = 0; start < points.length; ) {
      int end = start + 1;
      while (end < points.length && points[end] == points[start]) {
        end++;
      }
      String sign = sign(points[start]);
      boolean isLongRow = end - start > LONGEST_ROW && isBlank(points[start]);
      label.append(isLongRow ? sign + (end - start) : sign.repeat(end - start));
      start = end;
    }
    return label.toString();
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  private static String sign(int point) {
    return switch (point) {
      case ' ' -> "·";
      case '\t' -> "⇥";
      case '\n' -> "⏎";
      default ->
          Character.isISOControl(point)
                  || isBlank(point)
                  || Character.getType(point) == Character.FORMAT
              ? Integer.toHexString(point).toUpperCase(Locale.ROOT).transform("‹U+%s›"::formatted)
              : Character.toString(point);
    };
  }

  /** What a screen reader says in place of a label that is nothing but signs. */
  public static String spoken(int id, Optional<TokenText> text) {
    return text.map(
            known ->
                switch (known) {
                  case TokenText.Characters(String characters) ->
                      characters
                          .codePoints()
                          .mapToObj(TokenLabel::name)
                          .collect(Collectors.joining());
                  case TokenText.Bytes(String hex) -> "bytes " + hex;
                })
        .map(String::strip)
        .orElse("number " + id);
  }

  private static String name(int point) {
    return switch (point) {
      case ' ' -> " space ";
      case '\t' -> " tab ";
      case '\n' -> " new line ";
      default -> Character.toString(point);
    };
  }
}
