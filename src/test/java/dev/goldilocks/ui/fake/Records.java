package dev.goldilocks.ui.fake;

import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Step;
import dev.goldilocks.engine.RunOutcome;
import java.util.List;
import java.util.stream.IntStream;

/** Records of scripted runs. */
public final class Records {

  private Records() {}

  /** The record of a run that was played to its end; the service's next number is its id. */
  public static RunRecord of(ScriptedRunService service, RunSpec spec) {
    service.submit(spec);
    service.latest().playToEnd();
    return switch (service.latest().outcome().join()) {
      case RunOutcome.Completed(RunRecord record) -> record;
      case RunOutcome.Cancelled _, RunOutcome.Failed _ ->
          throw new IllegalStateException("the script has an end");
    };
  }

  /**
   * The run on a machine that something else took: the target alone takes 1 ms for a token, and in
   * every third step 3 ms.
   */
  public static RunRecord disturbed(RunRecord run) {
    return new RunRecord(
        run.origin(),
        run.remarks(),
        run.results(),
        run.samples().stream().map(Records::disturbed).toList(),
        run.tokens());
  }

  private static PairSample disturbed(PairSample pair) {
    Generation text = pair.baseline().generation();
    List<Step> steps =
        IntStream.range(0, text.steps().size())
            .mapToObj(i -> timed(text.steps().get(i), i % 3 == 2 ? 3 : 1))
            .toList();
    return new PairSample(
        pair.plan(),
        pair.promptTokens(),
        new SideSample(
            new Generation(text.ids(), text.prefillNanos(), steps), pair.baseline().text()),
        pair.speculative(),
        pair.comparison());
  }

  private static Step timed(Step step, long millisPerToken) {
    return new Step.Plain(step.emitted(), step.emitted().size() * millisPerToken * 1_000_000);
  }
}
