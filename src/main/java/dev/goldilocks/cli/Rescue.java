package dev.goldilocks.cli;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.RunLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Sees to it that a run which the library could not take is on a disk all the same: in a file that
 * it was written to anyway, in its journal when that is whole, or in a folder elsewhere.
 */
final class Rescue {

  private final RunLibrary library;
  private final Path folder;

  /**
   * @param folder where a run goes that is whole nowhere else
   */
  Rescue(RunLibrary library, Path folder) {
    this.library = library;
    this.folder = folder;
  }

  /**
   * Rescues a run.
   *
   * @param copy a run file that it was written to anyway
   * @param report what the user sees of the run in any case
   * @return where it is and how it gets into the library, in one or two sentences
   */
  String rescue(RunRecord run, Optional<Path> copy, RunReport report) {
    Optional<RunRecord> journaled = library.journals().held(run.id());
    if (copy.isEmpty() && journaled.equals(Optional.of(run))) {
      return isWhole("in its journal ", library.journals().file(run.id()));
    }
    return copy.or(() -> copyOf(run))
        .map(file -> isWhole("in ", file))
        .orElseGet(
            () ->
                "No copy could be written to %s either. %s%s"
                    .formatted(folder, report.whatIsLeft(), partOf(run, journaled)));
  }

  private static String isWhole(String where, Path file) {
    return "Nothing is lost: the run is whole %s%s, and goldilocks import %s takes it into the library then."
        .formatted(where, file, file);
  }

  private String partOf(RunRecord run, Optional<RunRecord> journaled) {
    return journaled
        .map(
            part ->
                " Its journal %s has %d of its %d pairs, for goldilocks import."
                    .formatted(
                        library.journals().file(run.id()),
                        part.samples().size(),
                        run.samples().size()))
        .orElse("");
  }

  /** In a folder of its own, which other people on this machine cannot read. */
  private Optional<Path> copyOf(RunRecord run) {
    try {
      Path own = Files.createTempDirectory(folder, "goldilocks");
      Path file = own.resolve(run.id() + ".json");
      try {
        OutputFile.write(run, file);
        return Optional.of(file);
      } catch (ProblemException e) {
        Files.delete(own);
        return Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
