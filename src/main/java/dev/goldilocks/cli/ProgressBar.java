package dev.goldilocks.cli;

import dev.goldilocks.bench.RunSnapshot;
import java.io.PrintStream;
import java.util.Optional;

/** One line that is written over and over. */
final class ProgressBar implements ProgressDisplay {

  /** A terminal has 80 columns at least, and some wrap after the last one. */
  private static final int COLUMNS = 79;

  private static final int CELLS = 8;
  private static final String TO_START_OF_LINE = "\r";

  /** ECMA-48 EL: erases from the cursor to the end of the line. */
  private static final String ERASE_REST = "\033[K";

  private final PrintStream out;
  private Optional<String> shownWarning = Optional.empty();

  ProgressBar(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(RunSnapshot snapshot) {
    if (!snapshot.warning().equals(shownWarning)) {
      shownWarning = snapshot.warning();
      shownWarning.ifPresent(sentence -> out.println(TO_START_OF_LINE + sentence + ERASE_REST));
    }
    String line =
        switch (snapshot.phase()) {
          case QUEUED, STARTING, PROBING, LOADING, WARMING_UP, FINISHED, CANCELLED, FAILED ->
              ProgressText.message(snapshot);
          case MEASURING -> bar(snapshot) + " " + ProgressText.measuring(snapshot);
        };
    out.print(TO_START_OF_LINE + line.substring(0, Math.min(line.length(), COLUMNS)) + ERASE_REST);
    out.flush();
  }

  @Override
  public void close() {
    out.print(TO_START_OF_LINE + ERASE_REST);
    out.flush();
  }

  private static String bar(RunSnapshot snapshot) {
    int full = (int) ((long) CELLS * snapshot.pairsDone() / Math.max(1, snapshot.pairsPlanned()));
    return "[" + "#".repeat(full) + "-".repeat(CELLS - full) + "]";
  }
}
