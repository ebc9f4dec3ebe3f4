package dev.goldilocks.cli;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.LibrarySeeding;
import dev.goldilocks.runs.RunFileFormat;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.UnreadableRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the runs that people name on the command line. */
final class RunFinder {

  private static final int MOST_NAMED = 5;

  private final RunLibrary library;
  private final BundledAssets bundled;
  private final Terminal terminal;

  /**
   * @param bundled has the sample runs, which are put into the library before one is looked for
   * @param terminal hears of sample runs that could not be
   */
  RunFinder(RunLibrary library, BundledAssets bundled, Terminal terminal) {
    this.library = library;
    this.bundled = bundled;
    this.terminal = terminal;
  }

  /**
   * The run that is meant.
   *
   * @param word a run file, or the id or name of a saved run, tried in this order
   */
  RunRecord find(String word) {
    if (word.endsWith(".json") || Files.isRegularFile(Path.of(word))) {
      return RunFileFormat.read(Path.of(word)).run();
    }
    List<UnreadableRun> problems = new LibrarySeeding(library).seed(bundled.sampleRuns());
    List<RunSummary> saved = library.list().runs();
    problems.forEach(problem -> terminal.complain(problem.sentence()));
    List<RunSummary> meant = saved.stream().filter(run -> run.id().equals(word)).toList();
    if (meant.isEmpty()) {
      meant = saved.stream().filter(run -> run.name().equals(word)).toList();
    }
    return switch (meant.size()) {
      case 0 -> throw unknown(word, saved);
      case 1 -> library.read(meant.getFirst().id());
      default ->
          throw new ProblemException(
              "%d runs are called '%s'; give the id of one: %s."
                  .formatted(meant.size(), word, ids(meant)));
    };
  }

  private ProblemException unknown(String word, List<RunSummary> saved) {
    return new ProblemException(
        "'%s' is neither a run file nor the id or name of a saved run; %s."
            .formatted(
                word,
                saved.isEmpty()
                    ? "the library " + library.directory() + " is empty"
                    : "saved runs are " + ids(saved)));
  }

  private static String ids(List<RunSummary> runs) {
    String first =
        runs.stream().limit(MOST_NAMED).map(RunSummary::id).collect(Collectors.joining(", "));
    return runs.size() <= MOST_NAMED
        ? first
        : first + " and " + (runs.size() - MOST_NAMED) + " more";
  }
}
