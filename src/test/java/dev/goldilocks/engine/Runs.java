package dev.goldilocks.engine;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.Role;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Side;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.bench.TextComparison;
import dev.goldilocks.bench.TextPiece;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A made-up run. */
final class Runs {

  private Runs() {}

  static RunSpec spec() {
    return spec("cpu");
  }

  static RunSpec spec(String device) {
    return new RunSpec(
        new ModelChoice(Path.of("models", "target"), Precision.F32),
        new ModelChoice(Path.of("models", "draft"), Precision.F32),
        device,
        1,
        List.of(2),
        Sampling.greedy(7),
        new PromptChoice(Path.of("prompts.jsonl"), 10),
        5,
        1,
        EndOfSequence.IGNORE);
  }

  /** Every event of a run of so many pairs, in order. */
  static List<RunEvent> events(int pairs) {
    List<RunEvent> events = new ArrayList<>();
    events.add(
        new RunEvent.Started(
            new Environment("a processor", 2, 8L << 30, "an OS", "25", "2.7.1", "0.1.0")));
    events.add(new RunEvent.ModelLoaded(Role.TARGET, model("target", 1_000), 20));
    events.add(new RunEvent.ModelLoaded(Role.DRAFT, model("draft", 100), 10));
    events.add(new RunEvent.Planned(IntStream.range(0, pairs).mapToObj(Runs::plan).toList()));
    events.add(new RunEvent.WarmingUp(1, 1));
    events.add(new RunEvent.MemoryRead(250, 1L << 20));
    for (int pair = 0; pair < pairs; pair++) {
      for (Side side : Side.values()) {
        events.add(new RunEvent.SideStarted(pair, side));
        events.add(new RunEvent.FirstToken(pair, side, 1, "a", 5_000_000));
        for (Step step : steps(side)) {
          events.add(
              new RunEvent.Stepped(
                  pair, side, step, List.of(new TextPiece(TextPiece.Origin.TARGET, "b"))));
        }
      }
      events.add(new RunEvent.PairMeasured(sample(pair)));
    }
    events.add(new RunEvent.Finished(2L << 20));
    return events;
  }

  private static ModelDescription model(String id, long parameters) {
    return new ModelDescription(id, "LlamaForCausalLM", parameters, 2, 16, 64, Precision.F32);
  }

  private static PairPlan plan(int pair) {
    return new PairPlan(
        pair,
        new Prompt("p" + pair, "code", "class A"),
        2,
        0,
        pair % 2 == 0 ? Side.BASELINE : Side.SPECULATIVE);
  }

  static PairSample sample(int pair) {
    return new PairSample(
        plan(pair), 3, side(Side.BASELINE), side(Side.SPECULATIVE), new TextComparison.Identical());
  }

  private static SideSample side(Side side) {
    return new SideSample(new Generation(List.of(1, 2, 3, 4, 5), 5_000_000, steps(side)), "abcde");
  }

  private static List<Step> steps(Side side) {
    return switch (side) {
      case BASELINE ->
          List.of(
              new Step.Plain(List.of(2, 3), 2_000_000), new Step.Plain(List.of(4, 5), 2_000_000));
      case SPECULATIVE ->
          List.of(
              new Step.Round(
                  List.of(2, 9), 1, List.of(2, 3), new RoundTime(300_000, 600_000, 1_000_000)),
              new Step.Round(
                  List.of(4), 1, List.of(4, 5), new RoundTime(300_000, 600_000, 1_000_000)));
    };
  }
}
