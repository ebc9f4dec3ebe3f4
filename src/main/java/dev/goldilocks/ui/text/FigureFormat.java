package dev.goldilocks.ui.text;

import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.runs.FigureText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Writes figures for the window: three significant digits, and a dash for what is undefined. Files
 * keep every digit and do not come through here.
 */
public final class FigureFormat {

  /** Stands for a figure that is undefined or not known. */
  public static final String UNDEFINED = FigureText.UNDEFINED;

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final String[] COUNT_UNITS = {"", "k", "M", "B", "T"};

  /** Short enough that no text can make reading it slow. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{0,30})?");

  private final Locale locale;
  private final FigureText figures;

  /**
   * @param locale decides decimal and grouping signs
   */
  public FigureFormat(Locale locale) {
    this.locale = locale;
    this.figures = new FigureText(locale);
  }

  /** Whose signs and digits are used. */
  public Locale locale() {
    return locale;
  }

  /** A figure: 0.0712, 0.712, 7.12, 71.2, 712. */
  public String number(double value) {
    return figures.number(value);
  }

  /** A whole number, grouped: 12,345. */
  public String count(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** A whole number that may not be known, grouped; a dash when it is not. */
  public String count(OptionalInt value) {
    return value.isPresent() ? count(value.getAsInt()) : UNDEFINED;
  }

  /** A ratio of two speeds: 1.43×. */
  public String ratio(double value) {
    return figures.factor(value);
  }

  /** The ends of an interval, [1.38, 1.49]; a dash when it has none. */
  public String ends(Interval interval) {
    return ends(interval.ends());
  }

  /** The ends of an interval, [1.38, 1.49]; a dash when there is none. */
  public String ends(Ends ends) {
    return figures.ends(ends);
  }

  /** The ends of an interval of a share, [68.1, 74.2] %; a dash when there is none. */
  public String percentEnds(Ends ends) {
    return figures.percentEnds(ends);
  }

  /**
   * A share as a percentage: 71.2 %.
   *
   * @param share 0 to 1
   */
  public String percent(double share) {
    return figures.percent(share);
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

  /** A size in powers of 1000, without idle zeros: 1.5 GB, 24.5 MB, 512 B; a dash when negative. */
  public String bytes(long bytes) {
    return bytes < 0 ? UNDEFINED : scaled(bytes, BYTE_UNITS, " ");
  }

  /** A large count, such as that of weights, in short: 9.1M, 494M, 1.54B. */
  public String shortCount(long count) {
    return scaled(count, COUNT_UNITS, "");
  }

  /** A point on an axis of ratios, without idle zeros: 0, 0.5, 1.25, 2. */
  public String tick(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(3);
    return format.format(value);
  }

  /** A point on an axis of shares, without idle zeros: 0 %, 25 %, 100 %. */
  public String percentTick(double share) {
    return tick(share * 100) + " %";
  }

  /** A share as a whole percentage, where there is no room for more: 71 %. */
  public String wholePercent(double share) {
    return Double.isFinite(share) ? tick(Math.rint(share * 100)) + " %" : UNDEFINED;
  }

  /** A number with all its digits and no grouping, as it is typed into a field: 0.7, 42. */
  public String exact(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return plain.toPlainString().replace('.', decimalSign());
  }

  /**
   * The number that a text stands for, with the locale's decimal sign or a point, without grouping;
   * empty when it is none.
   */
  public Optional<BigDecimal> read(String text) {
    String plain = text.strip().replace(decimalSign(), '.');
    return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  private char decimalSign() {
    return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
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
}
