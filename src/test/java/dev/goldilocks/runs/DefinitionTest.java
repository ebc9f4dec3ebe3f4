package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefinitionTest {

  @ParameterizedTest
  @EnumSource
  void everyFigureHasANameAndAMeaningOfItsOwn(Definition figure) {
    assertThat(figure.title(Locale.ROOT)).isNotBlank().doesNotEndWith(".");
    assertThat(figure.meaning(Locale.GERMANY)).endsWith(".").hasSizeGreaterThan(30);
    assertThat(Stream.of(Definition.values()).filter(other -> isAlike(figure, other)))
        .containsExactly(figure);
  }

  private static boolean isAlike(Definition figure, Definition other) {
    return other.title(Locale.ROOT).equals(figure.title(Locale.ROOT))
        || other.meaning(Locale.ROOT).equals(figure.meaning(Locale.ROOT));
  }

  /** Which has formulas and sources, and so more words. */
  @Test
  void theReadmeListsEveryFigure() throws IOException {
    String readme = Files.readString(Path.of("README.md")).toLowerCase(Locale.ROOT);
    String page =
        readme.substring(
            readme.indexOf("## what the figures mean"), readme.indexOf("## what it measured"));

    assertThat(Definition.values())
        .allSatisfy(
            figure ->
                assertThat(page).contains(figure.title(Locale.ROOT).toLowerCase(Locale.ROOT)));
  }
}
