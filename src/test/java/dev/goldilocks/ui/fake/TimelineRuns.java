package dev.goldilocks.ui.fake;

import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.bench.TextComparison;
import dev.goldilocks.bench.TokenLogit;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.runs.RunFileFormat;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs with what the models say of their tokens: the bundled pair, two prompts, K = 4, 64 new
 * tokens, as {@code goldilocks run} saved them.
 */
public final class TimelineRuns {

  /** Where the texts of {@link #diverged()} part, from 0. */
  public static final int POSITION = 21;

  private TimelineRuns() {}

  /** A greedy run. */
  public static RunRecord greedy() {
    return read("greedy");
  }

  /** A run at temperature 0.8, each prompt twice. */
  public static RunRecord drawn() {
    return read("drawn");
  }

  /** The greedy run, the texts of its first pair said to part by little. */
  public static RunRecord diverged() {
    return diverged(0.125);
  }

  /** The greedy run, the texts of its first pair said to part by a distance of two logits. */
  public static RunRecord diverged(double gap) {
    RunRecord run = greedy();
    PairSample first = run.samples().getFirst();
    int id = first.speculative().generation().ids().get(POSITION);
    int other =
        run.tokens().of(first).orElseThrow().tokens().get(POSITION).others().getFirst().id();
    TextComparison.Diverged diverged =
        new TextComparison.Diverged(
            POSITION, gap, List.of(new TokenLogit(id, 12.5), new TokenLogit(other, 12.5 - gap)));
    List<PairSample> samples =
        List.of(
            new PairSample(
                first.plan(),
                first.promptTokens(),
                with(first.baseline(), POSITION, other),
                first.speculative(),
                diverged),
            run.samples().get(1));
    return new RunRecord(run.origin(), run.remarks(), run.results(), samples, run.tokens());
  }

  private static SideSample with(SideSample side, int position, int id) {
    List<Integer> ids = new ArrayList<>(side.generation().ids());
    ids.set(position, id);
    return new SideSample(
        new Generation(ids, side.generation().prefillNanos(), side.generation().steps()),
        side.text());
  }

  private static RunRecord read(String name) {
    try {
      return RunFileFormat.read(
              Path.of(TimelineRuns.class.getResource("/fixtures/runs/" + name + ".json").toURI()))
          .run();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
