package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.problem.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeCodecTest {

  private final ProbeCodec codec = new ProbeCodec();

  static Stream<ProbeEvent> events() {
    return Stream.of(
        new ProbeEvent.Reached(ProbeStage.TARGET_PASSES),
        new ProbeEvent.Finished(Probes.halfABillion()),
        new ProbeEvent.Finished(Probes.withoutADraftModel()),
        new ProbeEvent.Cancelled(),
        new ProbeEvent.Failed("The target\nis \"gone\".", FailureKind.REQUEST));
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsReadAgainFromItsOneLine(ProbeEvent event) {
    String line = codec.write(event);

    assertThat(line).doesNotContain("\n");
    assertThat(codec.readEvent(line)).isEqualTo(event);
  }

  @Test
  void aRequestIsReadAgainAndToldFromThatOfARun() {
    for (Probe probe : new Probe[] {Probes.halfABillion(), Probes.withoutADraftModel()}) {
      String line = codec.write(probe.request());

      assertThat(line).doesNotContain("\n");
      assertThat(codec.isRequest(line)).isTrue();
      assertThat(codec.readRequest(line)).isEqualTo(probe.request());
    }
    assertThat(codec.isRequest("{\"target\":{}}")).isFalse();
    assertThat(codec.isRequest("probe")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "{\"event\":\"started\"}", "{\"event\":\"finished\"}"})
  void aLineThatIsNoEventIsRefused(String line) {
    assertThatThrownBy(() -> codec.readEvent(line)).isInstanceOf(ProblemException.class);
  }
}
