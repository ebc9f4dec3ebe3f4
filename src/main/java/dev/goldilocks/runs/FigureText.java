package dev.goldilocks.runs;

import dev.goldilocks.bench.Ends;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Figures as people read them: three significant digits, and a dash for what is undefined.
 *
 * @param locale whose decimal sign and digits; {@link Locale#ROOT} in files
 */
public record FigureText(Locale locale) {

  /** What stands for an undefined figure. */
  public static final String UNDEFINED = "–";

  private static final int DIGITS = 3;

  /** Of the smallest double. */
  private static final int MOST_FRACTION_DIGITS = 340;

  private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_UP);

  /** The figure with three significant digits, {@code 1.50} or {@code 0.0712} or {@code 1230}. */
  public String number(double figure) {
    if (!Double.isFinite(figure)) {
      return UNDEFINED;
    }
    BigDecimal rounded = BigDecimal.valueOf(figure).round(ROUNDING);
    int digitsBeforePoint = rounded.precision() - rounded.scale();
    return decimal(rounded, rounded.signum() == 0 ? 0 : Math.max(0, DIGITS - digitsBeforePoint));
  }

  /** A whole number, all its digits. */
  public String whole(long number) {
    return decimal(BigDecimal.valueOf(number), 0);
  }

  /** A whole number that may not be known. */
  public String whole(OptionalInt number) {
    return number.isPresent() ? whole(number.getAsInt()) : UNDEFINED;
  }

  /** All digits of a number that people set, at least one of them after the point. */
  public String exact(double number) {
    DecimalFormat format = new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(locale));
    format.setMaximumFractionDigits(MOST_FRACTION_DIGITS);
    return format.format(BigDecimal.valueOf(number));
  }

  /** A number with a given number of digits after the point, for the ticks of an axis. */
  public String decimal(double number, int fractionDigits) {
    return decimal(BigDecimal.valueOf(number), fractionDigits);
  }

  /** A share of 1 in percent, {@code 71.3 %}. */
  public String percent(double share) {
    return Double.isFinite(share) ? number(share * 100) + " %" : UNDEFINED;
  }

  /** A speedup, {@code 1.43×}. */
  public String factor(double factor) {
    return Double.isFinite(factor) ? number(factor) + "×" : UNDEFINED;
  }

  /** The ends of an interval, {@code [1.38, 1.49]}. */
  public String ends(Ends ends) {
    return ends.areKnown()
        ? "[" + number(ends.low()) + ", " + number(ends.high()) + "]"
        : UNDEFINED;
  }

  /** The ends of an interval of a share of 1, {@code [68.1, 74.2] %}. */
  public String percentEnds(Ends ends) {
    return ends.areKnown() ? ends(new Ends(ends.low() * 100, ends.high() * 100)) + " %" : UNDEFINED;
  }

  /** Bytes in powers of 1000, {@code 1.52 GB}; undefined when 0, which is not known. */
  public String bytes(long bytes) {
    if (bytes == 0) {
      return UNDEFINED;
    }
    if (bytes >= 1_000_000_000L) {
      return number(bytes / 1e9) + " GB";
    }
    return bytes >= 1_000_000L ? number(bytes / 1e6) + " MB" : number(bytes / 1e3) + " kB";
  }

  private String decimal(BigDecimal number, int fractionDigits) {
    DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(locale));
    format.setMinimumFractionDigits(fractionDigits);
    format.setMaximumFractionDigits(fractionDigits);
    return format.format(number);
  }
}
