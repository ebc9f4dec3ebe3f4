package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.problem.ProblemException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftLengthTest {

  static Stream<Arguments> labels() {
    return Stream.of(
        Arguments.of("4", new DraftLength.Fixed(4)),
        Arguments.of("64", new DraftLength.Fixed(64)),
        Arguments.of("8@0.4", new DraftLength.Confident(8, 0.4)),
        Arguments.of("8@1.0", new DraftLength.Confident(8, 1)),
        Arguments.of("heuristic..12", new DraftLength.Heuristic(12)),
        Arguments.of("auto..16", new DraftLength.Predicted(16)));
  }

  @ParameterizedTest
  @MethodSource("labels")
  void aLabelIsReadAsItWasWritten(String label, DraftLength length) {
    assertThat(length.label()).isEqualTo(label);
    assertThat(DraftLengthLabel.parse(label)).contains(length);
  }

  @Test
  void aShortLabelLeavesTheUsualMostOut() {
    assertThat(
            Stream.of("4", "8@0.4", "heuristic..16", "heuristic..8", "auto..16", "auto..64")
                .map(label -> DraftLengthLabel.parse(label).orElseThrow().shortLabel()))
        .containsExactly("4", "8@0.4", "heuristic", "heuristic..8", "auto", "auto..64");
  }

  @Test
  void aPolicyGoesUpToSixteenUnlessToldOtherwise() {
    assertThat(DraftLengthLabel.parse("auto")).contains(new DraftLength.Predicted(16));
    assertThat(DraftLengthLabel.parse("heuristic")).contains(new DraftLength.Heuristic(16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "4.5", "-1", "8@", "8@.4", "auto16", "Auto", "heuristic..x"})
  void whatIsNoLabelIsNone(String text) {
    assertThat(DraftLengthLabel.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0       | K is 0; give whole numbers from 1 to 64.
          auto..65| K is 65; give whole numbers from 1 to 64.
          8@0     | The confidence threshold is 0.0; give a number over 0 and up to 1.
          8@1.5   | The confidence threshold is 1.5; give a number over 0 and up to 1.
          """)
  void aNumberOutOfRangeSaysWhatToGive(String text, String sentence) {
    assertThatThrownBy(() -> DraftLengthLabel.parse(text))
        .isInstanceOf(ProblemException.class)
        .hasMessage(sentence);
  }

  @Test
  void fixedKComeFirstThenPoliciesEachByItsMost() {
    List<DraftLength> ordered =
        List.of(
            new DraftLength.Fixed(2),
            new DraftLength.Fixed(8),
            new DraftLength.Confident(4, 0.9),
            new DraftLength.Confident(8, 0.2),
            new DraftLength.Confident(8, 0.4),
            new DraftLength.Heuristic(16),
            new DraftLength.Predicted(8),
            new DraftLength.Predicted(16));

    assertThat(DraftLengths.sorted(ordered.reversed()).values()).isEqualTo(ordered);
  }
}
