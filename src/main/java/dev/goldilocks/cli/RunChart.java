package dev.goldilocks.cli;

import dev.goldilocks.bench.RunRecord;
import java.nio.file.Path;
import java.util.List;

/** Draws runs as a picture. */
@FunctionalInterface
public interface RunChart {

  /**
   * Writes a picture of the runs as a PNG file, in place of one that is there.
   *
   * @param runs at least one
   * @throws dev.goldilocks.problem.ProblemException when the file cannot be written
   */
  void write(List<RunRecord> runs, Path file);
}
