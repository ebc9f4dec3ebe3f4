package dev.goldilocks.cli;

import dev.goldilocks.bench.RunPhase;
import dev.goldilocks.bench.RunSnapshot;
import java.io.PrintStream;
import java.util.Optional;

/**
 * A line at each new phase, every ten seconds before anything is measured, and after each tenth of
 * the pairs, for logs and pipes. That a run failed or was cancelled is left to whoever follows it.
 */
final class ProgressLines implements ProgressDisplay {

  private static final int STAGES = 10;
  private static final long MILLIS_BETWEEN_LINES = 10_000;

  private final PrintStream out;
  private RunPhase shownPhase;
  private String shownMessage = "";
  private Optional<String> shownWarning = Optional.empty();
  private long shownAtMillis;
  private int shownStage;

  ProgressLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(RunSnapshot snapshot) {
    if (!snapshot.warning().equals(shownWarning)) {
      shownWarning = snapshot.warning();
      shownWarning.ifPresent(out::println);
    }
    switch (snapshot.phase()) {
      case FAILED, CANCELLED -> {}
      case QUEUED, STARTING, PROBING, LOADING, WARMING_UP, FINISHED -> message(snapshot);
      case MEASURING -> {
        if (snapshot.phase() != shownPhase) {
          message(snapshot);
        }
        stage(snapshot);
      }
    }
  }

  private void message(RunSnapshot snapshot) {
    String message = ProgressText.message(snapshot);
    boolean news =
        !message.equals(shownMessage)
            && snapshot.elapsedMillis() - shownAtMillis >= MILLIS_BETWEEN_LINES;
    if (snapshot.phase() != shownPhase || news) {
      shownPhase = snapshot.phase();
      shownMessage = message;
      shownAtMillis = snapshot.elapsedMillis();
      out.println(message);
    }
  }

  private void stage(RunSnapshot snapshot) {
    int stage = STAGES * snapshot.pairsDone() / Math.max(1, snapshot.pairsPlanned());
    if (stage > shownStage) {
      shownStage = stage;
      out.println(ProgressText.measuring(snapshot));
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
