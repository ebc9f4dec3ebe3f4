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
  void aNumberHasThreeSignificantDigits(double value, String text) {
    assertThat(figures.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0:00", "999,0:00", "7400,0:07", "72000,1:12", "3723000,1:02:03", "-1,–"})
  void aDurationIsMinutesAndSeconds(long millis, String text) {
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
  void aSizeIsInPowersOfAThousand(long bytes, String text) {
    assertThat(figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"4096,4.1k", "9100000,9.1M", "494032768,494M", "1543714304,1.54B", "42,42"})
  void aCountOfWeightsIsShort(long count, String text) {
    assertThat(figures.shortCount(count)).isEqualTo(text);
  }

  @Test
  void aSpeedupHasItsInterval() {
    Interval speedup = new Interval(1.4321, 1.384, 1.4949, 120);
    assertThat(figures.ratio(speedup)).isEqualTo("1.43× [1.38, 1.49]");
  }

  @Test
  void anIntervalWithoutEndsIsADash() {
    assertThat(figures.ends(new Interval(1.4, Double.NaN, Double.NaN, 1))).isEqualTo("–");
  }

  @Test
  void aShareIsAPercentage() {
    assertThat(figures.percent(0.7125)).isEqualTo("71.3 %");
  }

  @Test
  void anUndefinedShareIsADash() {
    assertThat(figures.percent(Double.NaN)).isEqualTo("–");
  }

  @Test
  void aShareInShortIsAWholePercentage() {
    assertThat(figures.wholePercent(0.7125)).isEqualTo("71 %");
  }

  @Test
  void aTickHasNoIdleZeros() {
    assertThat(figures.tick(1.250)).isEqualTo("1.25");
  }

  @Test
  void aTickOfSharesIsAPercentage() {
    assertThat(figures.percentTick(0.25)).isEqualTo("25 %");
  }

  @Test
  void signsAreThoseOfTheLocale() {
    assertThat(new FigureFormat(Locale.GERMANY).number(1.43)).isEqualTo("1,43");
  }
}
