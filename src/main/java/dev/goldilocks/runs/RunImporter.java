package dev.goldilocks.runs;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Copies runs from files into the library: run files, and the journals of runs that did not end,
 * from wherever they come. Files come from outside, so whatever is wrong with one is said of it
 * alone, and the others are imported.
 */
public final class RunImporter {

  /**
   * Largest file that is read. A sweep over eight values of K on forty prompts has about 10 MB; in
   * memory a file takes several times its size.
   */
  static final long MOST_BYTES = 128_000_000;

  /** How every journal begins. */
  private static final byte[] JOURNAL =
      "{\"format\":\"goldilocks-journal\"".getBytes(StandardCharsets.UTF_8);

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private final RunLibrary library;
  private final long mostBytes;

  /** Imports into that library. */
  public RunImporter(RunLibrary library) {
    this(library, MOST_BYTES);
  }

  /**
   * @param mostBytes largest file that is read
   */
  RunImporter(RunLibrary library, long mostBytes) {
    this.library = library;
    this.mostBytes = mostBytes;
  }

  /** What became of each file, in the order given. */
  public List<Import> importAll(List<Path> files) {
    return files.stream().map(this::importFile).toList();
  }

  private Import importFile(Path file) {
    try {
      return switch (library.adopt(read(file))) {
        case Adoption.Added(RunRecord run) -> new Import.Done(file, run);
        case Adoption.AlreadyThere(RunRecord run) -> new Import.AlreadyThere(file, run);
      };
    } catch (ProblemException e) {
      return new Import.Refused(file, e.getMessage());
    }
  }

  private RunFile read(Path file) {
    requireReadable(file);
    if (!isJournal(file)) {
      return RunFileFormat.read(file);
    }
    JournalFile journal = new JournalFile(file);
    return RunFile.of(journal.require(journal.read(), "import from it"));
  }

  private void requireReadable(Path file) {
    if (Files.isDirectory(file)) {
      throw new ProblemException(
          file + " is a folder, not a run file. Choose the files that are in it.");
    }
    try {
      if (Files.size(file) > mostBytes) {
        throw new ProblemException(
            file
                + " has "
                + FIGURES.bytes(Files.size(file))
                + ", and a run file has at most "
                + FIGURES.bytes(mostBytes)
                + ". Choose a file that Goldilocks saved or exported as JSON.");
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static boolean isJournal(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return Arrays.equals(bytes.readNBytes(JOURNAL.length), JOURNAL);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ProblemException unreadable(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new ProblemException("There is no file " + file + ". Check its path.", e)
        : new ProblemException(
            file + " cannot be read: " + e.getMessage() + ". Check its permissions.", e);
  }
}
