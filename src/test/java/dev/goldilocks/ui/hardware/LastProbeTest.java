package dev.goldilocks.ui.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.Probes;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastProbeTest {

  @TempDir Path directory;
  private Path file;
  private LastProbe last;

  @BeforeEach
  void open() {
    file = directory.resolve("not there yet").resolve("probe.json");
    last = new LastProbe(file);
  }

  @Test
  void nothingIsKeptBeforeTheFirst() {
    assertThat(last.load()).isEmpty();
  }

  @Test
  void theLastOneIsKeptWhole() {
    Probe newer = Probes.halfABillionIn(20_000);
    last.save(Probes.halfABillion());
    last.save(newer);

    assertThat(new LastProbe(file).load()).contains(newer);
  }

  @Test
  void aDamagedFileIsToldAndNotTakenForAProbe() throws IOException {
    last.save(Probes.halfABillion());
    Files.writeString(file, Files.readString(file).substring(0, 200));

    assertThatThrownBy(last::load)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("measure again");
  }
}
