package dev.goldilocks.ui.text;

import dev.goldilocks.bench.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Writes figures for the window: three significant digits (digits before the decimal sign are never
 * dropped), and a dash for what is undefined. Files and exports keep every digit and do not come
 * through here.
 */
public final class FigureFormat {

  /** Stands for a figure that is undefined or not known. */
  public static final String UNDEFINED = "–";

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final int MOST_DECIMALS = 6;
  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final String[] COUNT_UNITS = {"", "k", "M", "B", "T"};

  private final Locale locale;

  /**
   * @param locale decides decimal and grouping signs
   */
  public FigureFormat(Locale locale) {
    this.locale = locale;
  }

  /** A figure with three significant digits: 0.0712, 0.712, 7.12, 71.2, 712, 7,123. */
  public String number(double value) {
    if (!Double.isFinite(value)) {
      return UNDEFINED;
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    if (rounded.signum() == 0) {
      return fixed(0, 0);
    }
    int digitsBefore = rounded.precision() - rounded.scale();
    return fixed(value, Math.clamp(3L - digitsBefore, 0, MOST_DECIMALS));
  }

  /** A whole number, grouped: 12,345. */
  public String count(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** A ratio of two speeds: 1.43×. */
  public String ratio(double value) {
    return Double.isFinite(value) ? number(value) + "×" : UNDEFINED;
  }

  /** The ends of an interval, [1.38, 1.49]; a dash when it has none. */
  public String ends(Interval interval) {
    return Double.isFinite(interval.low()) && Double.isFinite(interval.high())
        ? "[" + number(interval.low()) + ", " + number(interval.high()) + "]"
        : UNDEFINED;
  }

  /**
   * A share as a percentage: 71.2 %.
   *
   * @param share 0 to 1
   */
  public String percent(double share) {
    return Double.isFinite(share) ? number(share * 100) + " %" : UNDEFINED;
  }

  /** A length of time: 0:07, 1:12, 1:02:03; a dash when negative. */
  public String duration(long millis) {
    if (millis < 0) {
      return UNDEFINED;
    }
    long seconds = millis / 1000;
    long hours = seconds / 3600;
    return hours > 0
        ? "%d:%02d:%02d".formatted(hours, seconds / 60 % 60, seconds % 60)
        : "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  /** A size in powers of 1000, up to three digits and no idle zeros: 1.5 GB, 24.5 MB, 512 B. */
  public String bytes(long bytes) {
    return bytes < 0 ? UNDEFINED : scaled(bytes, BYTE_UNITS, " ");
  }

  /** A large count, such as that of weights, in short: 9.1M, 494M, 1.54B. */
  public String shortCount(long count) {
    return count < 0 ? UNDEFINED : scaled(count, COUNT_UNITS, "");
  }

  private String scaled(long value, String[] units, String gap) {
    BigDecimal scaled = BigDecimal.valueOf(value).round(THREE_DIGITS);
    int unit = 0;
    while (scaled.compareTo(BigDecimal.valueOf(1000)) >= 0 && unit < units.length - 1) {
      scaled = scaled.movePointLeft(3);
      unit++;
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    return (format.format(scaled) + gap + units[unit]).strip();
  }

  private String fixed(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }
}
