package dev.goldilocks.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Interval;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFormatTest {

  private final FigureFormat figures = new FigureFormat(Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "0.0071234|0.00712",
        "0.71249|0.712",
        "0.9996|1.00",
        "1.4|1.40",
        "9.996|10.0",
        "71.25|71.3",
        "99.95|100",
        "212.4|212",
        "1234.5|1230",
        "-3.14159|-3.14",
        "NaN|–",
        "Infinity|–"
      })
  void a_number_has_three_significant_digits(
      double value, String text) {
    assertThat(figures.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0:00", "999,0:00", "7400,0:07", "72000,1:12", "3723000,1:02:03", "-1,–"})
  void a_duration_is_minutes_and_seconds(long millis, String text) {
    assertThat(figures.duration(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "512,512 B",
    "1500000000,1.5 GB",
    "24512345,24.5 MB",
    "999999,1 MB",
    "3000,3 kB",
    "-1,–"
  })
  void a_size_is_in_powers_of_a_thousand(long bytes, String text) {
    assertThat(figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"4096,4.1k", "9100000,9.1M", "494032768,494M", "1543714304,1.54B", "42,42"})
  void a_count_of_weights_is_short(long count, String text) {
    assertThat(figures.shortCount(count)).isEqualTo(text);
  }

  @Test
  void a_speedup_has_its_interval() {
    Interval speedup = new Interval(1.4321, 1.384, 1.4949, 120);
    assertThat(figures.ratio(speedup.value()) + " " + figures.ends(speedup))
        .isEqualTo("1.43× [1.38, 1.49]");
  }

  @Test
  void an_interval_without_ends_is_a_dash() {
    assertThat(figures.ends(new Interval(1.4, Double.NaN, Double.NaN, 1))).isEqualTo("–");
  }

  @Test
  void a_share_is_a_percentage() {
    assertThat(figures.percent(0.7125)).isEqualTo("71.3 %");
  }

  @Test
  void an_undefined_share_is_a_dash() {
    assertThat(figures.percent(Double.NaN)).isEqualTo("–");
  }

  @Test
  void a_tick_has_no_idle_zeros() {
    assertThat(figures.tick(1.250)).isEqualTo("1.25");
  }

  @Test
  void a_tick_of_shares_is_a_percentage() {
    assertThat(figures.percentTick(0.25)).isEqualTo("25 %");
  }

  @Test
  void signs_are_those_of_the_locale() {
    assertThat(new FigureFormat(Locale.GERMANY).number(1.43)).isEqualTo("1,43");
  }
}
