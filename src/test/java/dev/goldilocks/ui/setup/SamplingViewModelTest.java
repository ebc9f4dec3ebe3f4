package dev.goldilocks.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.Sampling;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingViewModelTest {

  private final SamplingViewModel sampling = in(Locale.ENGLISH);

  @Test
  void atFirstItIsGreedy() {
    assertThat(sampling.samplingProperty().get()).contains(Sampling.greedy(0));
    assertThat(sampling.greedyProperty().get()).isTrue();
    assertThat(sampling.summaryProperty().get()).isEqualTo("greedy · seed 0");
  }

  @Test
  void whatIsTypedIsWhatIsSampledWith() {
    sampling.temperature().textProperty().set("0.7");
    sampling.topK().textProperty().set(" 40 ");
    sampling.topP().textProperty().set("0.95");
    sampling.seed().textProperty().set("9223372036854775807");
    assertThat(sampling.samplingProperty().get())
        .contains(new Sampling(0.7, 40, 0.95, Long.MAX_VALUE));
    assertThat(sampling.summaryProperty().get())
        .isEqualTo("temperature 0.7 · top-k 40 · top-p 0.95 · seed 9223372036854775807");
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "10.01", "hot", "''", "1e3", "NaN"})
  void aTemperatureThatIsNoneSaysWhatToGive(String typed) {
    sampling.temperature().textProperty().set(typed);
    assertThat(sampling.temperature().problemProperty().get())
        .isEqualTo("Give a number from 0 (greedy) to 10.");
    assertThat(sampling.samplingProperty().get()).isEmpty();
    assertThat(sampling.summaryProperty().get()).isEqualTo("a number is not good");
  }

  @ParameterizedTest
  @CsvSource({"-1", "1.5", "2147483648"})
  void aTopKThatIsNoneSaysWhatToGive(String typed) {
    sampling.topK().textProperty().set(typed);
    assertThat(sampling.topK().problemProperty().get())
        .isEqualTo("Give a whole number from 0 (all tokens).");
  }

  @ParameterizedTest
  @CsvSource({"0", "1.01", "-0.5"})
  void aTopPThatIsNoneSaysWhatToGive(String typed) {
    sampling.topP().textProperty().set(typed);
    assertThat(sampling.topP().problemProperty().get())
        .isEqualTo("Give a number over 0 and up to 1 (all tokens).");
  }

  @ParameterizedTest
  @CsvSource({"seven", "0.5", "9223372036854775808", "-9223372036854775809"})
  void aSeedThatIsNoneSaysWhatToGive(String typed) {
    sampling.seed().textProperty().set(typed);
    assertThat(sampling.seed().problemProperty().get()).isEqualTo("Give a whole number.");
  }

  @Test
  void aNumberThatIsMendedIsGoodAgain() {
    sampling.topP().textProperty().set("x");
    sampling.topP().textProperty().set("0.5");
    assertThat(sampling.topP().problemProperty().get()).isEmpty();
    assertThat(sampling.samplingProperty().get()).contains(new Sampling(0, 0, 0.5, 0));
  }

  @Test
  void numbersAreReadAndWrittenAsTheLocaleHasThem() {
    SamplingViewModel german = in(Locale.GERMAN);
    german.take(new Sampling(0.75, 40, 0.9, 11));
    assertThat(german.temperature().textProperty().get()).isEqualTo("0,75");
    german.temperature().textProperty().set("0,5");
    assertThat(german.samplingProperty().get()).contains(new Sampling(0.5, 40, 0.9, 11));
    german.temperature().textProperty().set("0.25");
    assertThat(german.samplingProperty().get()).contains(new Sampling(0.25, 40, 0.9, 11));
  }

  private static SamplingViewModel in(Locale locale) {
    return new SamplingViewModel(new Texts(Locale.ENGLISH), new FigureFormat(locale));
  }
}
