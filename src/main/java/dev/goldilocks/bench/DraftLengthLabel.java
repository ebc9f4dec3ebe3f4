package dev.goldilocks.bench;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@link DraftLength#label} writes. */
public final class DraftLengthLabel {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<k>\\d{1,6})(?:@(?<threshold>\\d{1,3}(?:\\.\\d{1,17})?))?"
              + "|(?<policy>heuristic|auto)(?:\\.\\.(?<most>\\d{1,6}))?");

  private DraftLengthLabel() {}

  /**
   * Reads {@code 4}, {@code 8@0.4}, {@code heuristic}, {@code heuristic..12}, {@code auto} or
   * {@code auto..12}; without a most K a policy has {@link DraftLength#USUAL_MOST}.
   *
   * @return empty when it is none of these
   * @throws dev.goldilocks.problem.ProblemException when a number in it is out of its range
   */
  public static Optional<DraftLength> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(matcher.group("k") == null ? policy(matcher) : number(matcher));
  }

  private static DraftLength number(Matcher matcher) {
    int k = Integer.parseInt(matcher.group("k"));
    String threshold = matcher.group("threshold");
    return threshold == null
        ? new DraftLength.Fixed(k)
        : new DraftLength.Confident(k, Double.parseDouble(threshold));
  }

  private static DraftLength policy(Matcher matcher) {
    String most = matcher.group("most");
    int k = most == null ? DraftLength.USUAL_MOST : Integer.parseInt(most);
    return matcher.group("policy").equals(DraftLength.Heuristic.NAME)
        ? new DraftLength.Heuristic(k)
        : new DraftLength.Predicted(k);
  }
}
