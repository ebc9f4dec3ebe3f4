package dev.goldilocks.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Folds a run's events into what a reader sees. An event costs amortised constant time (a measured
 * pair some milliseconds, for the interval of its K); a snapshot is built only when one is asked
 * for. Events come from one thread at a time; snapshots may be taken by any, and wait for no
 * computation.
 */
public final class RunProgress {

  private final RunSpec spec;
  private final LongSupplier nanoTime;

  // Touched by the thread that brings the events alone.
  private final Map<DraftLength, List<PairSample>> samples = new TreeMap<>();
  private final List<PairSample> samplesInOrder = new ArrayList<>();
  private final LiveCategories pairsByCategory = new LiveCategories();

  // Guarded by this object's lock.
  private final LiveSeries series = new LiveSeries();
  private final LiveLedgers ledgers;
  private final Map<Role, ModelDescription> models = new EnumMap<>(Role.class);
  private final Map<DraftLength, RunResult> results = new TreeMap<>();
  private List<CategorySpeedup> categories = List.of();
  private Steadiness steadiness = Steadiness.UNKNOWN;
  private List<PolicyGain> gains = List.of();
  private Optional<PassLimits> limits = Optional.empty();
  private RunPhase phase = RunPhase.QUEUED;
  private RunActivity activity = new RunActivity.Waiting();
  private List<PairPlan> planned = List.of();
  private Optional<PairPlan> current = Optional.empty();
  private Optional<Side> currentSide = Optional.empty();
  private Optional<TextOwner> textOf = Optional.empty();
  private int pairsDone;
  private long peakMemoryBytes;
  private final List<Milestone> milestones = new ArrayList<>();
  private OptionalLong startedAt = OptionalLong.empty();
  private OptionalLong measuringAt = OptionalLong.empty();
  private OptionalLong lastPairAt = OptionalLong.empty();
  private OptionalLong endedAt = OptionalLong.empty();

  /** Follows a run by the machine's clock. */
  public RunProgress(RunSpec spec) {
    this(spec, System::nanoTime);
  }

  /**
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  public RunProgress(RunSpec spec, LongSupplier nanoTime) {
    this.spec = spec;
    this.nanoTime = nanoTime;
    this.ledgers = new LiveLedgers(spec.maxNewTokens());
  }

  /** The run's engine is being started; from here on time is counted. */
  public synchronized void starting() {
    startClock(nanoTime.getAsLong());
    phase = RunPhase.STARTING;
    activity = new RunActivity.StartingEngine();
  }

  /** Takes in the next event, which happens now. */
  public void accept(RunEvent event) {
    accept(event, Duration.ZERO);
  }

  /**
   * Takes in the next event.
   *
   * @param ago how long before now it happened; not before the one before it
   */
  public void accept(RunEvent event, Duration ago) {
    Map<DraftLength, RunResult> figures = figures(event);
    Optional<List<CategorySpeedup>> byCategory = categories(event);
    Optional<Steadiness> steady = steadiness(event);
    Optional<List<PolicyGain>> gained = gains(event);
    synchronized (this) {
      results.putAll(figures);
      categories = byCategory.orElse(categories);
      steadiness = steady.orElse(steadiness);
      gains = gained.orElse(gains);
      long asOfNow = nanoTime.getAsLong();
      long now = Math.max(asOfNow - ago.toNanos(), startedAt.orElse(asOfNow));
      startClock(now);
      fold(event, now);
    }
  }

  /** The run as it stands. */
  public synchronized RunSnapshot snapshot() {
    long now = endedAt.orElseGet(nanoTime);
    return new RunSnapshot(
        phase,
        activity,
        Optional.empty(),
        Optional.empty(),
        List.copyOf(models.values()),
        current,
        currentSide,
        pairsDone,
        planned.size(),
        remainingMillis(now),
        sinceStart(now),
        series.rates(),
        series.acceptance(),
        series.memory(),
        List.copyOf(milestones),
        series.text(),
        textOf,
        List.copyOf(results.values()),
        categories,
        ledgers.ledgers(),
        steadiness,
        gains,
        limits);
  }

  /** New figures, worked out before the lock is taken: resampling takes its time. */
  private Map<DraftLength, RunResult> figures(RunEvent event) {
    return switch (event) {
      case RunEvent.PairMeasured(PairSample sample) -> {
        DraftLength length = sample.plan().length();
        samples.computeIfAbsent(length, _ -> new ArrayList<>()).add(sample);
        samplesInOrder.add(sample);
        yield Map.of(length, result(length, peakMemory(), liveBootstrap()));
      }
      case RunEvent.Finished(long peak) -> {
        Map<DraftLength, RunResult> kept = new HashMap<>();
        Bootstrap keptBootstrap = new Bootstrap(Bootstrap.RESAMPLES_KEPT, spec.sampling().seed());
        samples.keySet().forEach(length -> kept.put(length, result(length, peak, keptBootstrap)));
        yield kept;
      }
      case RunEvent.Started _,
          RunEvent.CeilingsMeasured _,
          RunEvent.ModelLoaded _,
          RunEvent.Planned _,
          RunEvent.WarmingUp _,
          RunEvent.SideStarted _,
          RunEvent.FirstToken _,
          RunEvent.Stepped _,
          RunEvent.TextReviewed _,
          RunEvent.TokensNamed _,
          RunEvent.MemoryRead _,
          RunEvent.Cancelled _,
          RunEvent.Failed _ ->
          Map.of();
    };
  }

  /** Worked out before the lock is taken too. */
  private Optional<List<CategorySpeedup>> categories(RunEvent event) {
    return event instanceof RunEvent.PairMeasured(PairSample sample)
        ? Optional.of(pairsByCategory.add(sample, liveBootstrap()))
        : Optional.empty();
  }

  /** Worked out before the lock is taken too, after {@link #figures} has taken the pair in. */
  private Optional<Steadiness> steadiness(RunEvent event) {
    return event instanceof RunEvent.PairMeasured
        ? Optional.of(Steadiness.of(samplesInOrder))
        : Optional.empty();
  }

  /** Worked out before the lock is taken too, after {@link #figures} has taken the pair in. */
  private Optional<List<PolicyGain>> gains(RunEvent event) {
    return event instanceof RunEvent.PairMeasured && !spec.lengths().adaptive().isEmpty()
        ? Optional.of(PolicyGain.of(samplesInOrder, liveBootstrap()))
        : Optional.empty();
  }

  private Bootstrap liveBootstrap() {
    return new Bootstrap(Bootstrap.RESAMPLES_LIVE, spec.sampling().seed());
  }

  private synchronized long peakMemory() {
    return peakMemoryBytes;
  }

  private RunResult result(DraftLength length, long peak, Bootstrap bootstrap) {
    return Figures.result(length, samples.get(length), spec.maxNewTokens(), peak, bootstrap);
  }

  private void fold(RunEvent event, long now) {
    switch (event) {
      case RunEvent.Started _ -> enter(RunPhase.PROBING, new RunActivity.MeasuringCeilings());
      case RunEvent.CeilingsMeasured(PassLimits measured) -> {
        limits = Optional.of(measured);
        enter(RunPhase.LOADING, new RunActivity.Loading(Role.TARGET));
      }
      case RunEvent.ModelLoaded loaded -> {
        models.put(loaded.role(), loaded.model());
        reach(
            switch (loaded.role()) {
              case TARGET -> Milestone.Kind.TARGET_LOADED;
              case DRAFT -> Milestone.Kind.DRAFT_LOADED;
            },
            now);
        enter(
            RunPhase.LOADING,
            switch (loaded.role()) {
              case TARGET ->
                  switch (spec.draft()) {
                    case ModelChoice _ -> new RunActivity.Loading(Role.DRAFT);
                    case PromptLookup _ -> new RunActivity.Planning();
                  };
              case DRAFT -> new RunActivity.Planning();
            });
      }
      case RunEvent.Planned(List<PairPlan> pairs) -> planned = pairs;
      case RunEvent.WarmingUp(int done, int total) ->
          enter(RunPhase.WARMING_UP, new RunActivity.WarmingUp(done, total));
      case RunEvent.SideStarted(int pair, Side side) -> {
        if (measuringAt.isEmpty()) {
          measuringAt = OptionalLong.of(now);
          reach(Milestone.Kind.WARMED_UP, now);
        }
        current =
            pair >= 0 && pair < planned.size() ? Optional.of(planned.get(pair)) : Optional.empty();
        currentSide = Optional.of(side);
        textOf = current.map(plan -> new TextOwner(plan, side));
        series.clearText();
        ledgers.begin();
        enter(RunPhase.MEASURING, new RunActivity.Measuring(side, pair + 1, planned.size()));
      }
      case RunEvent.FirstToken first ->
          series.add(new TextPiece(TextPiece.Origin.TARGET, first.text()));
      case RunEvent.Stepped stepped -> {
        series.add(stepped.side(), stepped.step(), sinceStart(now));
        current.ifPresent(plan -> ledgers.add(plan.length(), stepped.step()));
        stepped.pieces().forEach(series::add);
      }
      case RunEvent.PairMeasured _ -> {
        pairsDone++;
        lastPairAt = OptionalLong.of(now);
      }
      case RunEvent.TextReviewed _, RunEvent.TokensNamed _ ->
          enter(RunPhase.MEASURING, new RunActivity.Reviewing());
      case RunEvent.MemoryRead(long _, long residentBytes) -> {
        peakMemoryBytes = Math.max(peakMemoryBytes, residentBytes);
        // The engine's own clock starts later than the run's, which all other series go by.
        series.add(new MemoryPoint(sinceStart(now), residentBytes));
      }
      case RunEvent.Finished _ ->
          end(RunPhase.FINISHED, new RunActivity.Finished(pairsDone, planned.size()), now);
      case RunEvent.Cancelled _ ->
          end(RunPhase.CANCELLED, new RunActivity.Cancelled(pairsDone, planned.size()), now);
      case RunEvent.Failed(String sentence, FailureKind _) ->
          end(RunPhase.FAILED, new RunActivity.Failed(sentence), now);
    }
  }

  private void enter(RunPhase next, RunActivity now) {
    phase = next;
    activity = now;
  }

  private void end(RunPhase last, RunActivity ending, long now) {
    enter(last, ending);
    current = Optional.empty();
    currentSide = Optional.empty();
    endedAt = OptionalLong.of(now);
  }

  private void reach(Milestone.Kind kind, long now) {
    milestones.add(new Milestone(kind, sinceStart(now)));
  }

  private long sinceStart(long now) {
    return millis(now - startedAt.orElse(now));
  }

  private void startClock(long now) {
    startedAt = OptionalLong.of(startedAt.orElse(now));
  }

  private long remainingMillis(long now) {
    if (endedAt.isPresent()) {
      return 0;
    }
    if (lastPairAt.isEmpty() || measuringAt.isEmpty()) {
      return -1;
    }
    double nanosPerPair = (double) (lastPairAt.getAsLong() - measuringAt.getAsLong()) / pairsDone;
    double left = nanosPerPair * (planned.size() - pairsDone) - (now - lastPairAt.getAsLong());
    return millis((long) Math.max(0, left));
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
