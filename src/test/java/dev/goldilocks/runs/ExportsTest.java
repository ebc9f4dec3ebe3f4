package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.goldilocks.bench.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportsTest {

  private static final List<RunRecord> RUNS =
      List.of(SampleRuns.measured(), SampleRuns.reported(), SampleRuns.hearsay());

  static Stream<Locale> locales() {
    return InLocale.several();
  }

  @ParameterizedTest
  @MethodSource("locales")
  void csvKeepsEveryDigitInEveryLocale(Locale locale) throws IOException {
    assertThat(InLocale.compute(locale, () -> RunCsv.write(RUNS))).isEqualTo(golden("runs.csv"));
  }

  /** Two K and a policy on ten prompts: odds, drift and gain are known. */
  @ParameterizedTest
  @MethodSource("locales")
  void csvHasOddsDriftAndGainOfARunThatTellsThem(Locale locale) throws IOException {
    assertThat(InLocale.compute(locale, () -> RunCsv.write(List.of(SampleRuns.swept()))))
        .isEqualTo(golden("swept.csv"));
  }

  @ParameterizedTest
  @MethodSource("locales")
  void theColumnsOfACsvAreDefinedInADocumentBesideIt(Locale locale) throws IOException {
    assertThat(InLocale.compute(locale, () -> RunCsv.definitions("runs.csv")))
        .isEqualTo(golden("runs.csv-metadata.json"));
  }

  @Test
  void everyColumnHasADefinitionOfItsOwnAndInTheOrderOfTheCsv() throws IOException {
    JsonNode columns =
        new ObjectMapper().readTree(RunCsv.definitions("runs.csv")).at("/tableSchema/columns");
    List<String> names = columns.findValuesAsText("name");

    assertThat(String.join(",", names)).isEqualTo(RunCsv.write(List.of()).strip());
    assertThat(names).doesNotHaveDuplicates();
    assertThat(columns.findValuesAsText("dc:description"))
        .hasSameSizeAs(names)
        .allSatisfy(definition -> assertThat(definition).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("locales")
  void markdownIsTheSameInEveryLocale(Locale locale) throws IOException {
    assertThat(InLocale.compute(locale, () -> RunMarkdown.write(RUNS)))
        .isEqualTo(golden("runs.md"));
  }

  private static String golden(String name) throws IOException {
    try (InputStream stream = ExportsTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
