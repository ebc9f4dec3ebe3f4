package dev.goldilocks.ui.hardware;

import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeFile;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.AtomicWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The probe that was measured last, kept in a file that is replaced as a whole. */
public final class LastProbe {

  private final Path file;
  private final AtomicWriter writer = new AtomicWriter();
  private final ProbeFile format = new ProbeFile();

  /**
   * @param file need not exist
   */
  public LastProbe(Path file) {
    this.file = file;
  }

  /**
   * The probe; empty when none was ever kept.
   *
   * @throws ProblemException when the file cannot be read
   */
  public Optional<Probe> load() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(format.read(Files.readString(file)));
    } catch (IOException e) {
      throw new ProblemException(
          "The last probe in " + file + " cannot be read; measure again.", e);
    }
  }

  /**
   * Keeps a probe in place of the one before.
   *
   * @throws ProblemException when the file cannot be written
   */
  public void save(Probe probe) {
    writer.replace(file, format.write(probe).getBytes(StandardCharsets.UTF_8));
  }
}
