package dev.goldilocks.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A run as it stands at this moment, for a reader that looks a few times a second. Immutable; lists
 * are bounded (at most 500 points each, older ones thinned out).
 *
 * @param phase how far it is
 * @param activity what is going on, or how it ended
 * @param silence how long the engine has said nothing, where that is too long
 * @param warning one sentence on what goes wrong beside the run, which goes on
 * @param models models that are loaded, target first
 * @param current what is being measured now
 * @param currentSide which side of it
 * @param pairsDone measured pairs
 * @param pairsPlanned pairs in all; 0 while not known
 * @param remainingMillis time left, from the pairs done so far; -1 while not known
 * @param elapsedMillis since the run started
 * @param rates speed over time, both sides
 * @param acceptance acceptance over time
 * @param memory memory over time
 * @param milestones what was ready when, in the order in which it was
 * @param text the text of the side being written, piece by piece
 * @param textOf whose text it is; it stays with the text of a run that has ended
 * @param results figures so far, one entry for each K with at least one pair
 * @param categories speedups so far by prompt category, for each K
 * @param ledgers where a round's time goes so far, one entry for each K with at least one round
 * @param steadiness whether the machine stayed the same over the pairs so far
 * @param gains what each policy gained so far over the best fixed K
 * @param limits what the measured ceilings allow the target's passes; empty before they are there
 */
public record RunSnapshot(
    RunPhase phase,
    RunActivity activity,
    Optional<Duration> silence,
    Optional<String> warning,
    List<ModelDescription> models,
    Optional<PairPlan> current,
    Optional<Side> currentSide,
    int pairsDone,
    int pairsPlanned,
    long remainingMillis,
    long elapsedMillis,
    List<RatePoint> rates,
    List<AcceptancePoint> acceptance,
    List<MemoryPoint> memory,
    List<Milestone> milestones,
    List<TextPiece> text,
    Optional<TextOwner> textOf,
    List<RunResult> results,
    List<CategorySpeedup> categories,
    List<RoundLedger> ledgers,
    Steadiness steadiness,
    List<PolicyGain> gains,
    Optional<PassLimits> limits) {

  public RunSnapshot {
    models = List.copyOf(models);
    rates = List.copyOf(rates);
    acceptance = List.copyOf(acceptance);
    memory = List.copyOf(memory);
    milestones = List.copyOf(milestones);
    text = List.copyOf(text);
    results = List.copyOf(results);
    categories = List.copyOf(categories);
    ledgers = List.copyOf(ledgers);
    gains = List.copyOf(gains);
  }

  /** Whether the texts of the models that are loaded mean anything. */
  public Weights weights() {
    return Weights.of(models);
  }

  /** The same moment with what goes wrong in it. */
  public RunSnapshot withTroubles(Optional<Duration> itsSilence, Optional<String> itsWarning) {
    return new RunSnapshot(
        phase,
        activity,
        itsSilence,
        itsWarning,
        models,
        current,
        currentSide,
        pairsDone,
        pairsPlanned,
        remainingMillis,
        elapsedMillis,
        rates,
        acceptance,
        memory,
        milestones,
        text,
        textOf,
        results,
        categories,
        ledgers,
        steadiness,
        gains,
        limits);
  }
}
