package dev.goldilocks.bench;

import dev.goldilocks.decode.Precision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Probes with figures that are easy to reckon with. */
public final class Probes {

  private Probes() {}

  /**
   * A target of 500 million weights in bf16 on memory of 25 GB/s and arithmetic of 200 billion
   * operations a second, so that reading takes 40 ms and each token 5 ms: a pass takes 50 ms up to
   * 8 tokens and 10 ms more for each token after. Its draft takes 10 ms a token and 5 ms a call.
   */
  public static Probe halfABillion() {
    return halfABillionIn(12_345);
  }

  /** The same when it all took so long. */
  public static Probe halfABillionIn(long elapsedMillis) {
    Map<Integer, Long> passes = new HashMap<>();
    for (int tokens = 1; tokens <= Probe.LONGEST_PASS; tokens++) {
      passes.put(tokens, 50_000_000L + 10_000_000L * Math.max(0, tokens - 8));
    }
    return new Probe(
        Instant.parse("2026-11-23T10:00:00Z"),
        new ProbeRequest(
            new ModelChoice(Path.of("large"), Precision.BF16),
            new ModelChoice(Path.of("small"), Precision.INT8),
            "cpu",
            2),
        List.of(
            new ModelDescription(
                "Large", "Qwen2ForCausalLM", 500_000_000, 24, 896, 151_936, Precision.BF16),
            new ModelDescription(
                "Small", "Qwen2ForCausalLM", 90_000_000, 12, 512, 151_936, Precision.INT8)),
        new Environment("Abacus 2000", 2, 16_000_000_000L, "Linux", "25", "2.7.1", "1.0"),
        Map.of(Precision.F32, 100e9, Precision.BF16, 200e9, Precision.INT8, 400e9),
        new PassTimes(Precision.BF16, 1_000_000_000, passes, 25e9),
        41,
        new DraftTimes(Map.of(1, 15_000_000L, 15, 155_000_000L)),
        41,
        elapsedMillis,
        new ProbeConditions(List.of(25e9, 25.5e9, 24.5e9), 0.125, 2, 0.0625));
  }

  /** The same target with prompt lookup. */
  public static Probe withoutADraftModel() {
    Probe probe = halfABillion();
    return new Probe(
        probe.measuredAt(),
        new ProbeRequest(
            probe.request().target(), PromptLookup.USUAL, "cpu", probe.request().threads()),
        probe.models().subList(0, 1),
        probe.environment(),
        probe.operationsPerSecond(),
        probe.targetPasses(),
        probe.targetRepeats(),
        DraftTimes.WITHOUT_A_MODEL,
        0,
        probe.elapsedMillis(),
        probe.conditions());
  }

  /** The usual probe of a machine that was not as steady as it should be. */
  public static Probe under(ProbeConditions conditions) {
    Probe probe = halfABillion();
    return new Probe(
        probe.measuredAt(),
        probe.request(),
        probe.models(),
        probe.environment(),
        probe.operationsPerSecond(),
        probe.targetPasses(),
        probe.targetRepeats(),
        probe.draftCalls(),
        probe.draftRepeats(),
        probe.elapsedMillis(),
        conditions);
  }
}
