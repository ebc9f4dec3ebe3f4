package dev.goldilocks.runs;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The journals of a library: runs that go on, and runs that did not end. */
public final class JournalStore {

  private final Path directory;

  /**
   * @param directory the journals'
   */
  JournalStore(Path directory) {
    this.directory = directory;
  }

  /** Where the journal of a run lies. */
  public Path file(String id) {
    return directory.resolve(id + ".jsonl");
  }

  /** Removes a journal; does nothing when there is none. */
  public void discard(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new ProblemException(
          file(id) + " cannot be removed: " + e.getMessage() + ". Remove it by hand.", e);
    }
  }
}
