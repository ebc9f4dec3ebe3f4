package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipedLineTest {

  @Test
  void aLineSaysHowLongAgoItsEventHappened() {
    PipedLine line = new PipedLine(Duration.ofMillis(1_250), "{\"event\":\"cancelled\"}");
    assertThat(line.text()).isEqualTo("1250 {\"event\":\"cancelled\"}");
    assertThat(PipedLine.parse(line.text())).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"event\":1}", "", "12", " 12", "-1 {}", "1.5 {}", "1234567890123 {}"})
  void withoutAnAgeTheWholeLineIsTheEvent(String line) {
    assertThat(PipedLine.parse(line)).isEqualTo(new PipedLine(Duration.ZERO, line));
  }
}
