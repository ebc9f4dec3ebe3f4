package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.bench.DraftLength;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DraftTokensTest {

  @Test
  void readsOneValue() {
    assertThat(DraftTokens.parse("4").lengths().fixed()).isEqualTo(List.of(4));
  }

  @Test
  void readsARange() {
    assertThat(DraftTokens.parse("1..4").lengths().fixed()).isEqualTo(List.of(1, 2, 3, 4));
  }

  @Test
  void readsSeveralOfBothInAnyOrder() {
    assertThat(DraftTokens.parse("8, 1..3,2").lengths().fixed()).isEqualTo(List.of(1, 2, 3, 8));
  }

  @Test
  void readsTheLargest() {
    assertThat(DraftTokens.parse("64").lengths().fixed()).isEqualTo(List.of(64));
  }

  @Test
  void readsPoliciesAfterEveryK() {
    assertThat(DraftTokens.parse("auto,4,heuristic..8,2..3,8@0.4,8@0.25").lengths().values())
        .containsExactly(
            new DraftLength.Fixed(2),
            new DraftLength.Fixed(3),
            new DraftLength.Fixed(4),
            new DraftLength.Confident(8, 0.25),
            new DraftLength.Confident(8, 0.4),
            new DraftLength.Heuristic(8),
            new DraftLength.Predicted(16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "65",
        "-1",
        "4..1",
        "1..",
        "..4",
        "1..65",
        "a",
        "1,,2",
        "1.5",
        "9999999",
        "auto..65",
        "auto..0",
        "heuristic..",
        "auto4",
        "4@0",
        "4@1.5",
        "4@",
        "@0.4",
        "0@0.4",
        "1..4@0.5"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> DraftTokens.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("for example 4, 1..8 or 1,2,4");
  }
}
