package dev.goldilocks.cli;

import dev.goldilocks.bench.RunPhase;
import dev.goldilocks.bench.RunSnapshot;
import java.io.PrintStream;

/** A line at each new phase and after each tenth of the pairs, for logs and pipes. */
final class ProgressLines implements ProgressDisplay {

  private static final int STAGES = 10;

  private final PrintStream out;
  private RunPhase shownPhase;
  private int shownStage;

  ProgressLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(RunSnapshot snapshot) {
    if (snapshot.phase() != shownPhase) {
      shownPhase = snapshot.phase();
      out.println(snapshot.message());
    }
    int stage = STAGES * snapshot.pairsDone() / Math.max(1, snapshot.pairsPlanned());
    if (stage > shownStage && snapshot.phase() == RunPhase.MEASURING) {
      shownStage = stage;
      out.println(ProgressText.measuring(snapshot));
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
