package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.text.BundleUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartTextsTest {

  @Test
  void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
    List<String> composed =
        Stream.concat(
                Stream.of("speed.title.target", "speedup.title.target", "over.k.title.target"),
                Stream.of(WaterfallStep.Kind.values())
                    .map(kind -> "waterfall." + kind.name().toLowerCase(Locale.ROOT)))
            .toList();
    BundleUse use =
        BundleUse.read(
            new ChartTexts(Locale.ROOT), composed, Path.of("src/main/java/dev/goldilocks/chart"));

    assertThat(use.unused()).isEmpty();
    assertThat(use.missing()).isEmpty();
  }

  @Test
  void aFilesWordsAreTheSameWhateverTheLocaleOfItsReader() {
    assertThat(new ChartTexts(Locale.ROOT).of("waterfall.title"))
        .isEqualTo("From Theorem 3.8 to the measured speedup")
        .isEqualTo(new ChartTexts(Locale.GERMANY).of("waterfall.title"));
  }

  @Test
  void namesArePutInAsTheyAre() {
    assertThat(new ChartTexts(Locale.ROOT).of("not.drawn", "{0} isn't '1'"))
        .isEqualTo("Not drawn, for want of colours: {0} isn't '1'.");
  }

  @Test
  void aSinglePromptIsOne() {
    ChartTexts texts = new ChartTexts(Locale.ROOT);
    assertThat(texts.of("categories.prompts", "1", 1)).isEqualTo("1 prompt");
    assertThat(texts.of("categories.prompts", "12", 12)).isEqualTo("12 prompts");
  }

  @Test
  void aWordThatIsNotInTheBundleIsAFault() {
    assertThatThrownBy(() -> new ChartTexts(Locale.ROOT).of("no.such.word"))
        .isInstanceOf(MissingResourceException.class);
  }
}
