package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Role;
import dev.goldilocks.bench.RunActivity;
import dev.goldilocks.bench.RunProgress;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Side;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActivityTextTest {

  private final ActivityText text = new ActivityText(Locale.ROOT);

  @Test
  void eachActivityIsASentence() {
    assertThat(
            Stream.of(
                    new RunActivity.Waiting(),
                    new RunActivity.StartingEngine(),
                    new RunActivity.MeasuringCeilings(),
                    new RunActivity.Loading(Role.TARGET),
                    new RunActivity.Loading(Role.DRAFT),
                    new RunActivity.Planning(),
                    new RunActivity.WarmingUp(3, 12),
                    new RunActivity.Measuring(Side.BASELINE, 1, 2),
                    new RunActivity.Measuring(Side.SPECULATIVE, 2, 2),
                    new RunActivity.Reviewing(),
                    new RunActivity.Finished(1, 1),
                    new RunActivity.Finished(39, 40),
                    new RunActivity.Cancelled(0, 0),
                    new RunActivity.Cancelled(3, 40),
                    new RunActivity.Failed("The engine died."))
                .map(text::sentence))
        .containsExactly(
            "Waiting for the device.",
            "Starting the engine.",
            "Measuring the ceilings of memory and arithmetic.",
            "Loading the target.",
            "Loading the draft.",
            "Planning.",
            "Warming up: 3 of 12.",
            "Measuring the target alone, pair 1 of 2.",
            "Measuring the target with its draft, pair 2 of 2.",
            "All is measured; asking the models how probable each token was.",
            "Measured 1 of 1 pair.",
            "Measured 39 of 40 pairs.",
            "Cancelled before anything was measured.",
            "Cancelled after 3 of 40 pairs.",
            "The engine died.");
  }

  @Test
  void whatGoesWrongBesideItComesAfterIt() {
    RunSnapshot troubled =
        new RunProgress((RunSpec) SampleRuns.measured().spec())
            .snapshot()
            .withTroubles(
                Optional.of(Duration.ofSeconds(31)), Optional.of("The journal cannot be written."));

    assertThat(text.whole(troubled))
        .isEqualTo(
            "Waiting for the device. The engine has said nothing for 31 seconds and may be stuck;"
                + " cancelling ends it. The journal cannot be written.");
  }
}
