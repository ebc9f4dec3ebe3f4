package dev.goldilocks.ui.live;

import dev.goldilocks.bench.AcceptancePoint;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.MemoryPoint;
import dev.goldilocks.bench.Milestone;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.RatePoint;
import dev.goldilocks.bench.RoundLedger;
import dev.goldilocks.bench.RunPhase;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.Side;
import dev.goldilocks.bench.TextPiece;
import dev.goldilocks.chart.LiveMark;
import dev.goldilocks.chart.LivePoint;
import dev.goldilocks.chart.LiveRole;
import dev.goldilocks.chart.LiveSeries;
import dev.goldilocks.engine.RunHandle;
import dev.goldilocks.runs.ActivityText;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The run that is watched. It is pulled: {@link #refresh} looks at the run's snapshot and changes
 * only what is different from the last look, so that a quiet run costs nothing to watch.
 */
public final class LiveViewModel {

  /** Points that a plotted value is the mean of: a point is a few steps, and jumps with each. */
  private static final int MEAN_OF_RATES = 8;

  private static final int MEAN_OF_ACCEPTANCE = 16;

  private final Texts texts;
  private final FigureFormat figures;
  private final VerdictViewModel verdict;
  private final LedgerWords words;
  private final ActivityText activity;

  private final ReadOnlyObjectWrapper<LiveState> state =
      new ReadOnlyObjectWrapper<>(LiveState.EMPTY);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<LiveSeries>> rates =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper baselineNow =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper speculativeNow =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyObjectWrapper<List<LiveSeries>> acceptance =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper acceptanceNow =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyObjectWrapper<List<LiveSeries>> memory =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper memoryNow = new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyObjectWrapper<List<LiveMark>> milestones =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Double>> positions =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper positionsOf = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<SpeedupChart> speedups =
      new ReadOnlyObjectWrapper<>(SpeedupChart.EMPTY);
  private final ReadOnlyObjectWrapper<Ledger> ledger = new ReadOnlyObjectWrapper<>(Ledger.UNKNOWN);
  private final ReadOnlyStringWrapper ledgerOf = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<TextPiece>> text =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper textOf = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");

  private Optional<RunHandle> run = Optional.empty();
  private Optional<RunSnapshot> last = Optional.empty();

  public LiveViewModel(VerdictViewModel verdict, Texts texts, FigureFormat figures) {
    this.verdict = verdict;
    this.texts = texts;
    this.figures = figures;
    words = new LedgerWords(texts, figures);
    activity = new ActivityText(figures.locale());
    verdict.shownProperty().addListener(_ -> showPositions());
    verdict.shownProperty().addListener(_ -> last.ifPresent(this::showSpeedups));
    verdict.shownProperty().addListener(_ -> last.ifPresent(this::showLedger));
  }

  /** Watches a run from now on. */
  public void watch(RunHandle handle) {
    run = Optional.of(handle);
    last = Optional.empty();
    verdict.clear();
    refresh();
  }

  /** Looks at the run; cheap when nothing has changed. */
  public void refresh() {
    if (run.isEmpty()) {
      return;
    }
    RunSnapshot snapshot = run.get().snapshot();
    if (!last.equals(Optional.of(snapshot))) {
      last = Optional.of(snapshot);
      show(snapshot);
    }
  }

  /** Verdict of the run that is watched. */
  public VerdictViewModel verdict() {
    return verdict;
  }

  /** What there is to show. */
  public ReadOnlyObjectProperty<LiveState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What is going on, or why it failed, in one sentence. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Tokens/s of both sides over time. */
  public ReadOnlyObjectProperty<List<LiveSeries>> ratesProperty() {
    return rates.getReadOnlyProperty();
  }

  /** The latest tokens/s of the target alone. */
  public ReadOnlyStringProperty baselineNowProperty() {
    return baselineNow.getReadOnlyProperty();
  }

  /** The latest tokens/s with the draft. */
  public ReadOnlyStringProperty speculativeNowProperty() {
    return speculativeNow.getReadOnlyProperty();
  }

  /** Acceptance rate over time. */
  public ReadOnlyObjectProperty<List<LiveSeries>> acceptanceProperty() {
    return acceptance.getReadOnlyProperty();
  }

  /** The latest acceptance rate. */
  public ReadOnlyStringProperty acceptanceNowProperty() {
    return acceptanceNow.getReadOnlyProperty();
  }

  /** Resident memory of the engine process over time, in bytes. */
  public ReadOnlyObjectProperty<List<LiveSeries>> memoryProperty() {
    return memory.getReadOnlyProperty();
  }

  /** The latest resident memory. */
  public ReadOnlyStringProperty memoryNowProperty() {
    return memoryNow.getReadOnlyProperty();
  }

  /** When models were loaded and measuring began. */
  public ReadOnlyObjectProperty<List<LiveMark>> milestonesProperty() {
    return milestones.getReadOnlyProperty();
  }

  /** Acceptance rate by position in the draft, at the K that the verdict shows. */
  public ReadOnlyObjectProperty<List<Double>> positionsProperty() {
    return positions.getReadOnlyProperty();
  }

  /** Which K the positions are of. */
  public ReadOnlyStringProperty positionsOfProperty() {
    return positionsOf.getReadOnlyProperty();
  }

  /** The speedups so far, over K or by category. */
  public ReadOnlyObjectProperty<SpeedupChart> speedupsProperty() {
    return speedups.getReadOnlyProperty();
  }

  /** Where a round's time goes at the K that the verdict shows; before that, at the latest K. */
  public ReadOnlyObjectProperty<Ledger> ledgerProperty() {
    return ledger.getReadOnlyProperty();
  }

  /** Which K the ledger is of, and how long a round takes. */
  public ReadOnlyStringProperty ledgerOfProperty() {
    return ledgerOf.getReadOnlyProperty();
  }

  /** The text that is being written. */
  public ReadOnlyObjectProperty<List<TextPiece>> textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Whose text it is, and after which prompt. */
  public ReadOnlyStringProperty textOfProperty() {
    return textOf.getReadOnlyProperty();
  }

  /** Share of the pairs that are done, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What is being measured now. */
  public ReadOnlyStringProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Time left, or the time that it took. */
  public ReadOnlyStringProperty timeLeftProperty() {
    return timeLeft.getReadOnlyProperty();
  }

  private void show(RunSnapshot snapshot) {
    state.set(state(snapshot.phase()));
    message.set(activity.whole(snapshot));
    verdict.show(
        snapshot.results(),
        snapshot.steadiness(),
        snapshot.gains(),
        snapshot.limits(),
        snapshot.weights());
    set(
        rates,
        List.of(
            rateSeries(snapshot, Side.BASELINE, LiveRole.BASELINE, "live.baseline"),
            rateSeries(snapshot, Side.SPECULATIVE, LiveRole.SPECULATIVE, "live.speculative")));
    baselineNow.set(
        latestValue(rates.get().get(0)).map(figures::number).orElse(FigureFormat.UNDEFINED));
    speculativeNow.set(
        latestValue(rates.get().get(1)).map(figures::number).orElse(FigureFormat.UNDEFINED));
    set(acceptance, List.of(acceptanceSeries(snapshot)));
    acceptanceNow.set(
        latestValue(acceptance.get().getFirst())
            .map(figures::percent)
            .orElse(FigureFormat.UNDEFINED));
    set(memory, List.of(memorySeries(snapshot.memory())));
    memoryNow.set(
        latestValue(memory.get().getFirst())
            .map(bytes -> figures.bytes(bytes.longValue()))
            .orElse(FigureFormat.UNDEFINED));
    set(milestones, snapshot.milestones().stream().map(this::mark).toList());
    showSpeedups(snapshot);
    showLedger(snapshot);
    set(text, snapshot.text());
    textOf.set(textOf(snapshot));
    progress.set(progress(snapshot));
    step.set(step(snapshot));
    timeLeft.set(timeLeft(snapshot));
  }

  private void showPositions() {
    Optional<RunResult> shown = verdict.shownProperty().get();
    set(positions, shown.map(RunResult::acceptanceByPosition).orElse(List.of()));
    positionsOf.set(
        shown
            .map(result -> texts.of("live.positions.k", SetUpText.draftTokens(result)))
            .orElse(""));
  }

  private void showSpeedups(RunSnapshot snapshot) {
    run.ifPresent(
        watched ->
            set(
                speedups,
                SpeedupChart.of(watched.spec(), snapshot, verdict.shownProperty().get())));
  }

  private void showLedger(RunSnapshot snapshot) {
    Optional<RoundLedger> shown =
        snapshot.ledgers().stream().filter(this::isShown).reduce((_, later) -> later);
    set(ledger, shown.map(RoundLedger::ledger).orElse(Ledger.UNKNOWN));
    ledgerOf.set(words.title(shown));
  }

  private boolean isShown(RoundLedger round) {
    return verdict
        .shownProperty()
        .get()
        .map(result -> result.length().equals(Optional.of(round.length())))
        .orElse(true);
  }

  private static LiveState state(RunPhase phase) {
    return switch (phase) {
      case QUEUED, STARTING, PROBING, LOADING, WARMING_UP, MEASURING -> LiveState.RUNNING;
      case FINISHED -> LiveState.FINISHED;
      case CANCELLED -> LiveState.CANCELLED;
      case FAILED -> LiveState.FAILED;
    };
  }

  private LiveSeries rateSeries(RunSnapshot snapshot, Side side, LiveRole role, String name) {
    List<LivePoint> points =
        snapshot.rates().stream()
            .filter(point -> point.side() == side)
            .map((RatePoint point) -> new LivePoint(point.millis(), point.tokensPerSecond()))
            .toList();
    List<Long> elsewhere =
        snapshot.rates().stream()
            .filter(point -> point.side() != side)
            .map(RatePoint::millis)
            .toList();
    return new LiveSeries(
        texts.of(name), role, Gaps.open(MovingMean.of(points, MEAN_OF_RATES), elsewhere));
  }

  private LiveSeries acceptanceSeries(RunSnapshot snapshot) {
    List<LivePoint> points =
        snapshot.acceptance().stream()
            .map((AcceptancePoint point) -> new LivePoint(point.millis(), point.acceptanceRate()))
            .toList();
    List<Long> elsewhere =
        snapshot.rates().stream()
            .filter(point -> point.side() == Side.BASELINE)
            .map(RatePoint::millis)
            .toList();
    return new LiveSeries(
        texts.of("live.acceptance"),
        LiveRole.ACCEPTANCE,
        Gaps.open(MovingMean.of(points, MEAN_OF_ACCEPTANCE), elsewhere));
  }

  private LiveSeries memorySeries(List<MemoryPoint> points) {
    return new LiveSeries(
        texts.of("live.memory"),
        LiveRole.MEMORY,
        points.stream()
            .map(point -> new LivePoint(point.millis(), point.residentBytes()))
            .toList());
  }

  private LiveMark mark(Milestone milestone) {
    return new LiveMark(
        milestone.millis(),
        texts.of(
            switch (milestone.kind()) {
              case TARGET_LOADED -> "live.milestone.target";
              case DRAFT_LOADED -> "live.milestone.draft";
              case WARMED_UP -> "live.milestone.warm";
            }));
  }

  private static Optional<Double> latestValue(LiveSeries series) {
    return series.points().isEmpty()
        ? Optional.empty()
        : Optional.of(series.points().getLast().value());
  }

  private String textOf(RunSnapshot snapshot) {
    return snapshot
        .textOf()
        .map(
            owner ->
                texts.of(
                    switch (owner.side()) {
                      case BASELINE -> "live.text.baseline";
                      case SPECULATIVE -> "live.text.speculative";
                    },
                    owner.plan().prompt().id(),
                    owner.plan().prompt().category()))
        .orElse("");
  }

  private static double progress(RunSnapshot snapshot) {
    return switch (snapshot.phase()) {
      case QUEUED, STARTING, PROBING, LOADING, WARMING_UP -> 0;
      case MEASURING, CANCELLED, FAILED ->
          snapshot.pairsPlanned() == 0
              ? 0
              : (double) snapshot.pairsDone() / snapshot.pairsPlanned();
      case FINISHED -> 1;
    };
  }

  private String step(RunSnapshot snapshot) {
    if (snapshot.phase() == RunPhase.FAILED) {
      return snapshot.pairsPlanned() == 0
          ? texts.of("live.failed.early")
          : texts.of("live.failed", snapshot.pairsDone(), snapshot.pairsPlanned());
    }
    if (snapshot.phase() != RunPhase.MEASURING || snapshot.current().isEmpty()) {
      return activity.whole(snapshot);
    }
    PairPlan plan = snapshot.current().get();
    return texts.of(
        "live.step",
        figures.count(plan.index() + 1L),
        figures.count(snapshot.pairsPlanned()),
        plan.length().shortLabel(),
        figures.count(plan.repeat() + 1L),
        plan.prompt().category());
  }

  private String timeLeft(RunSnapshot snapshot) {
    return switch (state(snapshot.phase())) {
      case EMPTY -> "";
      case RUNNING ->
          snapshot.remainingMillis() < 0
              ? texts.of("live.elapsed", figures.duration(snapshot.elapsedMillis()))
              : texts.of("live.left", figures.duration(snapshot.remainingMillis()));
      case FINISHED, CANCELLED, FAILED ->
          texts.of("live.took", figures.duration(snapshot.elapsedMillis()));
    };
  }

  private static <T> void set(ReadOnlyObjectWrapper<T> property, T value) {
    if (!value.equals(property.get())) {
      property.set(value);
    }
  }
}
