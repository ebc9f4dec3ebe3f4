package dev.goldilocks.cli;

import dev.goldilocks.bench.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Figures as terminals show them: three significant digits (digits before the point are never
 * dropped), a dash for what is undefined, and nothing that a plain ASCII terminal lacks.
 */
final class FigureText {

  /** Stands for a figure that is undefined or not known. */
  static final String UNDEFINED = "-";

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final String[] COUNT_UNITS = {"", "k", "M", "B", "T"};

  private FigureText() {}

  /** 0.0712, 0.712, 7.12, 71.2, 712, 7123. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return UNDEFINED;
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
    int digitsBeforePoint = rounded.precision() - rounded.scale();
    return BigDecimal.valueOf(value)
        .setScale(Math.max(0, 3 - digitsBeforePoint), RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** 71.2 %, from a share of 0 to 1. */
  static String percent(double share) {
    return Double.isFinite(share) ? number(share * 100) + " %" : UNDEFINED;
  }

  /** 1.43x. */
  static String ratio(double value) {
    return Double.isFinite(value) ? number(value) + "x" : UNDEFINED;
  }

  /** [1.38, 1.49]; empty when the interval has no ends. */
  static String ends(Interval interval) {
    return Double.isFinite(interval.low()) && Double.isFinite(interval.high())
        ? "[" + number(interval.low()) + ", " + number(interval.high()) + "]"
        : "";
  }

  /** 0:07, 1:12, 1:02:03; a dash when negative. */
  static String duration(long millis) {
    if (millis < 0) {
      return UNDEFINED;
    }
    long seconds = millis / 1000;
    long hours = seconds / 3600;
    return hours > 0
        ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** 1.5 GB, 24.5 MB, 512 B: powers of 1000. */
  static String bytes(long bytes) {
    return scaled(bytes, BYTE_UNITS, " ");
  }

  /** 9.1M, 494M, 1.54B: large counts in short. */
  static String count(long count) {
    return scaled(count, COUNT_UNITS, "");
  }

  private static String scaled(long value, String[] units, String gap) {
    BigDecimal scaled = BigDecimal.valueOf(value).round(THREE_DIGITS);
    int unit = 0;
    while (scaled.compareTo(BigDecimal.valueOf(1000)) >= 0 && unit < units.length - 1) {
      scaled = scaled.movePointLeft(3);
      unit++;
    }
    BigDecimal shown = scaled.signum() == 0 ? BigDecimal.ZERO : scaled.stripTrailingZeros();
    return shown.toPlainString() + gap + units[unit];
  }
}
