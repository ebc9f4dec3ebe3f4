package dev.goldilocks.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherProgramsTest {

  @TempDir private Path directory;
  private final Map<Long, Duration> own = new TreeMap<>(Map.of(1L, Duration.ofSeconds(7)));
  private Duration busy = Duration.ofSeconds(100);
  private long nanos;

  private final OtherPrograms others =
      new OtherPrograms(
          new ProcessorTime() {
            @Override
            public Duration busy() {
              return busy;
            }

            @Override
            public int cores() {
              return 4;
            }
          },
          () -> Map.copyOf(own),
          () -> nanos);

  @Test
  void whatThisProgramAndItsChildrenTookIsNotOthers() {
    pass(2);
    busy = busy.plusSeconds(5);
    own.put(1L, Duration.ofMillis(7_500));
    own.put(2L, Duration.ofMillis(1_500));

    // 5 s in 2 s, of which this program took 0.5 and the process that it started 1.5.
    assertThat(others.busyCores()).contains(new BusyCores(1.5, 4));
  }

  @Test
  void everyLookIsOverTheTimeSinceTheLast() {
    pass(2);
    busy = busy.plusSeconds(4);
    assertThat(others.busyCores()).contains(new BusyCores(2, 4));
    pass(10);
    busy = busy.plusSeconds(5);
    assertThat(others.busyCores()).contains(new BusyCores(0.5, 4));
  }

  @Test
  void roundingNeverMakesOthersTakeLessThanNothing() {
    pass(1);
    own.put(1L, Duration.ofMillis(7_010));

    assertThat(others.busyCores()).contains(new BusyCores(0, 4));
  }

  @Test
  void aProcessThatHasEndedLeavesOneLookWithoutAnAnswer() {
    own.put(2L, Duration.ofSeconds(1));
    pass(1);
    others.busyCores();
    own.remove(2L);
    pass(1);
    busy = busy.plusSeconds(1);
    assertThat(others.busyCores()).isEmpty();
    pass(1);
    assertThat(others.busyCores()).contains(new BusyCores(0, 4));
  }

  @Test
  void aTimeTooShortToTellIsAddedToTheNext() {
    nanos += 100_000_000;
    busy = busy.plusMillis(100);
    assertThat(others.busyCores()).isEmpty();
    nanos += 900_000_000;
    assertThat(others.busyCores()).contains(new BusyCores(0.1, 4));
  }

  @Test
  void readsTheKernelsTimes() throws IOException {
    Path stat = directory.resolve("stat");
    Files.writeString(
        stat,
        """
        cpu  100 20 30 9999 500 6 7 8 50 0
        cpu0 50 10 15 5000 250 3 4 4 25 0
        cpu1 50 10 15 4999 250 3 3 4 25 0
        intr 1 2 3
        """);
    ProcessorTime time = new LinuxProcessorTime(stat);

    // 171 ticks of 10 ms: all but idle, iowait and the guests, who are in user.
    assertThat(time.busy()).isEqualTo(Duration.ofMillis(1_710));
    assertThat(time.cores()).isEqualTo(2);
  }

  @Test
  void failsWhereTheKernelDoesNotTell() throws IOException {
    Path stat = Files.writeString(directory.resolve("stat"), "btime 5\n");

    assertThatThrownBy(() -> new LinuxProcessorTime(stat).busy())
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage(stat + " does not begin with the times of all processors");
  }

  @Test
  void thisMachineHasCoresThatHaveWorked() {
    ProcessorTime time = ProcessorTime.ofThisMachine();

    assertThat(time.busy()).isPositive();
    assertThat(time.cores()).isPositive();
  }

  private void pass(long seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }
}
