package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DraftTokensTest {

  @Test
  void readsOneValue() {
    assertThat(DraftTokens.parse("4").values()).isEqualTo(List.of(4));
  }

  @Test
  void readsARange() {
    assertThat(DraftTokens.parse("1..4").values()).isEqualTo(List.of(1, 2, 3, 4));
  }

  @Test
  void readsSeveralOfBothInAnyOrder() {
    assertThat(DraftTokens.parse("8, 1..3,2").values()).isEqualTo(List.of(1, 2, 3, 8));
  }

  @Test
  void readsTheLargest() {
    assertThat(DraftTokens.parse("64").values()).isEqualTo(List.of(64));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "65", "-1", "4..1", "1..", "..4", "1..65", "a", "1,,2", "1.5", "9999999"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> DraftTokens.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("for example 4, 1..8 or 1,2,4");
  }
}
