package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The usual probe has two threads. */
class ProbeDisturbanceTest {

  private static final List<Double> STEADY = List.of(25e9, 24e9, 26e9);

  @Test
  void aQuietMachineIsNotTalkedAbout() {
    assertThat(of(new ProbeConditions(STEADY, 0.2, 2, 0.1))).isEmpty();
  }

  @Test
  void nothingIsSaidOfWhatWasNotLookedAt() {
    assertThat(of(ProbeConditions.UNKNOWN)).isEmpty();
  }

  @Test
  void programsThatTakeWantedCoresAreNamedFirst() {
    assertThat(of(new ProbeConditions(List.of(10e9, 40e9), 0.75, 2, 0.9)))
        .contains(new ProbeDisturbance.OtherPrograms(0.75, 2));
  }

  @Test
  void programsOnCoresThatTheProbeLeavesFreeDoNotDisturbIt() {
    assertThat(of(new ProbeConditions(STEADY, 1.9, 4, 0.1))).isEmpty();
    assertThat(of(new ProbeConditions(STEADY, 2.4, 4, 0.1)))
        .contains(new ProbeDisturbance.OtherPrograms(2.4, 4));
  }

  @Test
  void aMemoryThatChangesBecauseOfSomethingUnseenIsTold() {
    assertThat(of(new ProbeConditions(List.of(30e9, 45e9, 36e9), Double.NaN, 0, 0.9)))
        .contains(new ProbeDisturbance.MemoryChanged(30e9, 45e9));
    assertThat(of(new ProbeConditions(List.of(36e9, 45e9), 0.1, 2, 0.1)))
        .as("a quarter more is let pass")
        .isEmpty();
  }

  @Test
  void passesThatScatterAreToldWhenNothingExplainsThem() {
    assertThat(of(new ProbeConditions(STEADY, 0.1, 2, 0.4)))
        .contains(new ProbeDisturbance.PassesScattered(0.4));
  }

  private static Optional<ProbeDisturbance> of(ProbeConditions conditions) {
    return ProbeDisturbance.of(Probes.under(conditions));
  }
}
