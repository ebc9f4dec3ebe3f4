package dev.goldilocks.bench;

import dev.goldilocks.decode.Precision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was measured of a machine and a pair before any run. {@link ProbeFigures} says what follows.
 *
 * @param measuredAt when it began
 * @param request what was asked
 * @param models the target, then the draft when it is a model
 * @param environment machine and software
 * @param operationsPerSecond peak of the arithmetic for every precision, by the kernels of the
 *     model program
 * @param targetPasses times of the target's passes over 1 to {@link #LONGEST_PASS} tokens, and the
 *     memory's read bandwidth
 * @param targetRepeats passes of each length; the median counts
 * @param draftCalls times of the draft's calls
 * @param draftRepeats calls of each length; 0 without a model
 * @param elapsedMillis time of it all, loading included
 * @param conditions how steady the machine was meanwhile
 */
public record Probe(
    Instant measuredAt,
    ProbeRequest request,
    List<ModelDescription> models,
    Environment environment,
    Map<Precision, Double> operationsPerSecond,
    PassTimes targetPasses,
    int targetRepeats,
    DraftTimes draftCalls,
    int draftRepeats,
    long elapsedMillis,
    ProbeConditions conditions) {

  /** Tokens in the longest pass that is timed. */
  public static final int LONGEST_PASS = 16;

  /** The time that a probe takes at most where loading allows. */
  public static final Duration BUDGET = Duration.ofSeconds(30);

  public Probe {
    models = List.copyOf(models);
    operationsPerSecond = Map.copyOf(operationsPerSecond);
    if (models.isEmpty() || !operationsPerSecond.containsKey(targetPasses.precision())) {
      throw new IllegalArgumentException("no target, or no peak of its precision");
    }
  }

  /** Whether it took longer than its budget. */
  public boolean ranOver() {
    return elapsedMillis > BUDGET.toMillis();
  }

  /** What the machine allows the target's passes. */
  public PassLimits targetLimits() {
    return targetPasses.limits(operationsPerSecond.get(targetPasses.precision()));
  }
}
