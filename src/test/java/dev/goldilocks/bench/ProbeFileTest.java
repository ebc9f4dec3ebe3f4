package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeFileTest {

  private static final Pattern LONG_FRACTION = Pattern.compile("\\d+\\.\\d{13,}");

  private final ProbeFile file = new ProbeFile();
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG-u-nu-arab"})
  void theDocumentIsTheSameInEveryLocale(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));

    assertThat(rounded(file.write(Probes.halfABillion()))).isEqualTo(rounded(golden()));
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    Probe probe = Probes.halfABillion();

    assertThat(file.read(file.write(probe))).isEqualTo(probe);
  }

  @Test
  void aProbeWithoutADraftModelIsReadAgain() {
    Probe probe = Probes.withoutADraftModel();

    assertThat(file.read(file.write(probe))).isEqualTo(probe);
  }

  @Test
  void aProbeFromBeforeItsConditionsWereKeptIsReadWithoutThem() throws IOException {
    String older = golden().replaceFirst(",\\s*\"conditions\" : \\{[^}]*}", "");

    assertThat(older).doesNotContain("conditions");
    assertThat(file.read(older)).isEqualTo(Probes.under(ProbeConditions.UNKNOWN));
  }

  @Test
  void theModelsOfAProbeFromBeforeRandomWeightsWereToldAreTrainedOnes() throws IOException {
    String older = golden().replaceAll(",\\s*\"weights\" : \"trained\"", "");

    assertThat(older).doesNotContain("weights\"");
    assertThat(file.read(older)).isEqualTo(file.read(golden()));
  }

  @Test
  void aNewerVersionIsRefused() throws IOException {
    assertRefused(
        golden().replace("\"version\" : 1", "\"version\" : 2"),
        "The probe has version 2, and this Goldilocks reads version 1; measure again.");
  }

  @Test
  void whatIsNoProbeIsRefused() {
    assertRefused("{}", "This is not a probe: \"format\" is not \"goldilocks-probe\".");
    assertRefused("{\"format\"", "The probe's file is damaged; measure again.");
  }

  @Test
  void aDamagedProbeIsRefused() throws IOException {
    for (List<String> damage :
        List.of(
            List.of("\"int8\" : 4.0E11", "\"int9\" : 4.0E11"),
            List.of("\"bf16\" : 2.0E11,", ""),
            List.of("\"1\" : 50000000,", ""),
            List.of("\"threads\" : 2", "\"threads\" : 0"),
            List.of("\"targetRepeats\" : 41,", ""),
            List.of("\"measured\"", "\"meant\""))) {
      String damaged = golden().replace(damage.getFirst(), damage.getLast());
      assertThat(damaged).isNotEqualTo(golden());
      assertRefused(damaged, "The probe's file is damaged; measure again.");
    }
  }

  /** Logarithms, which the break-even alpha needs, may differ by a bit from machine to machine. */
  private static String rounded(String document) {
    return LONG_FRACTION
        .matcher(document)
        .replaceAll(
            match -> new BigDecimal(match.group()).round(new MathContext(12)).toPlainString());
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> file.read(text))
        .isInstanceOf(ProblemException.class)
        .hasMessage(message);
  }

  private static String golden() throws IOException {
    try (var in = ProbeFileTest.class.getResourceAsStream("probe.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
