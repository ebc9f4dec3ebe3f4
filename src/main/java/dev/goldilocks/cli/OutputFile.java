package dev.goldilocks.cli;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.AtomicWriter;
import dev.goldilocks.runs.RunFile;
import dev.goldilocks.runs.RunFileFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file that a command shall write; it is looked at before what takes long begins. */
final class OutputFile {

  private OutputFile() {}

  /**
   * A folder that is missing is more often a slip of the pen than a wish, so none is made.
   *
   * @throws ProblemException when the file's folder is missing, or the file cannot be written
   */
  static void require(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.notExists(folder)) {
      throw new ProblemException(
          "There is no folder %s for %s; make it first, or name one that exists."
              .formatted(folder, file.getFileName()));
    }
    new AtomicWriter().requireWritable(file);
  }

  /**
   * Writes a run file, in place of one that is there.
   *
   * @throws ProblemException when it cannot be written
   */
  static void write(RunRecord run, Path file) {
    byte[] content = RunFileFormat.write(RunFile.of(run)).getBytes(StandardCharsets.UTF_8);
    new AtomicWriter().replace(file, content);
  }

  /**
   * @throws ProblemException when the file's name promises another format, or as {@link #require}
   */
  static void requirePicture(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new ProblemException(
          file + " does not end in .png; charts are PNG files, so give it that ending.");
    }
    require(file);
  }
}
