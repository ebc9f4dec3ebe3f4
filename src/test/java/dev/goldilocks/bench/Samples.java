package dev.goldilocks.bench;

import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Samples, events and requests made by hand. */
final class Samples {

  static final Environment ENVIRONMENT =
      new Environment("Zen 4", 2, 1L << 33, "Linux", "25", "2.7.1", "0.1.0");

  static final ModelDescription TARGET =
      new ModelDescription("big", "LlamaForCausalLM", 9_000_000, 6, 256, 4096, Precision.INT8);

  static final ModelDescription DRAFT =
      new ModelDescription("small", "LlamaForCausalLM", 700_000, 2, 128, 4096, Precision.INT8);

  static final ModelDescription RANDOM_DRAFT =
      new ModelDescription(
          "drawn", "Qwen2ForCausalLM", 700_000, 2, 128, 4096, Precision.INT8, Weights.RANDOM);

  private Samples() {}

  /** A greedy request. */
  static RunSpec spec(List<Integer> draftTokens, int maxNewTokens) {
    ModelChoice model = new ModelChoice(Path.of("m"), Precision.INT8);
    return new RunSpec(
        model,
        model,
        "cpu",
        2,
        draftTokens,
        Sampling.greedy(1),
        new PromptChoice(Path.of("p.jsonl"), 40),
        maxNewTokens,
        1,
        EndOfSequence.STOP);
  }

  static JournalHeader header(RunSpec spec) {
    return new JournalHeader("r-1", "a run", Instant.parse("2026-11-23T10:00:00Z"), spec);
  }

  static PairPlan plan(int index, String prompt, int draftTokens) {
    return new PairPlan(
        index, new Prompt(prompt, "code", "text of " + prompt), draftTokens, 0, Side.BASELINE);
  }

  /** A pair without rounds to speak of: {@code tokens} after the first on both sides. */
  static PairSample pair(
      int index, String prompt, int draftTokens, int tokens, long baseline, long speculative) {
    return new PairSample(
        plan(index, prompt, draftTokens),
        10,
        plain(tokens, baseline),
        side(round(0, 0, tokens, speculative)),
        new TextComparison.Identical());
  }

  static SideSample plain(int tokens, long nanos) {
    return new SideSample(
        new Generation(
            Collections.nCopies(tokens + 1, 7),
            5_000_000,
            List.of(new Step.Plain(Collections.nCopies(tokens, 7), nanos))),
        "");
  }

  static SideSample side(Step... steps) {
    int tokens = List.of(steps).stream().mapToInt(step -> step.emitted().size()).sum();
    return new SideSample(
        new Generation(Collections.nCopies(tokens + 1, 7), 6_000_000, List.of(steps)), "");
  }

  /** A round in which the draft takes a quarter of the time and the target the rest. */
  static Step.Round round(int drafted, int accepted, int emitted, long nanos) {
    return new Step.Round(
        Collections.nCopies(drafted, 7),
        accepted,
        Collections.nCopies(emitted, 7),
        new RoundTime(nanos / 4, nanos - nanos / 4, nanos));
  }
}
