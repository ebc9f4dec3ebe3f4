package dev.goldilocks.runs;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Computes a value while the JVM's default locale is another one. */
public final class InLocale {

  private InLocale() {}

  /** A point, a comma, and digits that are not ASCII. */
  public static Stream<Locale> several() {
    return Stream.of(
        Locale.US, Locale.GERMANY, Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.of("tr"));
  }

  /** The value, computed under that locale. */
  public static <T> T compute(Locale locale, Supplier<T> value) {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      return value.get();
    } finally {
      Locale.setDefault(before);
    }
  }
}
