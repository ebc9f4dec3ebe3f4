package dev.goldilocks.runs;

import dev.goldilocks.bench.RunRecord;
import java.nio.file.Path;

/** What became of a file that was to be imported. */
public sealed interface Import {

  /** The file. */
  Path file();

  /**
   * Its run is in the library now.
   *
   * @param run the run as it is there; its id is a new one where another run had it
   */
  record Done(Path file, RunRecord run) implements Import {}

  /**
   * The library had its run already, and was left as it is.
   *
   * @param run the run as it is there, with the name, tags and note that it has there
   */
  record AlreadyThere(Path file, RunRecord run) implements Import {}

  /**
   * It was not imported.
   *
   * @param sentence what is wrong with it and what to do
   */
  record Refused(Path file, String sentence) implements Import {}
}
