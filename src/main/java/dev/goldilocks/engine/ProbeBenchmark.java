package dev.goldilocks.engine;

import dev.goldilocks.bench.DraftTimes;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PassTimes;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeConditions;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.checkpoint.PairCheck;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.hardware.Devices;
import dev.goldilocks.hardware.MachineDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Measures a machine and a pair before any run: the ceilings of memory and arithmetic, the target's
 * passes, the draft's calls. It fits into {@link Probe#BUDGET} by taking fewer turns when calls are
 * slow, and never takes fewer than {@link #FEWEST_TURNS}.
 */
public final class ProbeBenchmark {

  /** Turns that are taken however slow a call is. */
  static final int FEWEST_TURNS = 3;

  /** More would not move the median of a fast model. */
  static final int MOST_TURNS = 41;

  /** The executor profiles the first call of a length and compiles in the second. */
  private static final int WARM_UPS = 2;

  private static final Duration ARITHMETIC_TIME = Duration.ofMillis(250);

  /** When the target's passes must leave the rest of the budget to the draft. */
  static final Duration TARGET_UNTIL = Probe.BUDGET.multipliedBy(6).dividedBy(10);

  /** When the last calls must end for the last reading of the memory. */
  static final Duration CALLS_UNTIL = Probe.BUDGET.multipliedBy(17).dividedBy(20);

  private static final List<Integer> PASSES =
      IntStream.rangeClosed(1, Probe.LONGEST_PASS).boxed().toList();

  /** Every drafted token but the first costs the same, so that two lengths tell the others. */
  private static final List<Integer> DRAFTS = List.of(1, Probe.LONGEST_PASS - 1);

  private final String version;
  private final TensorLibrary.Starter libraries;
  private final Supplier<BusyWatch> others;
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  /**
   * @param version of this program
   * @param others begins to watch what other programs do
   * @param nanoTime tells how long it has taken, as {@link System#nanoTime()}
   */
  ProbeBenchmark(
      String version,
      TensorLibrary.Starter libraries,
      Supplier<BusyWatch> others,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.version = version;
    this.libraries = libraries;
    this.others = others;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * The probe of this process, with libtorch.
   *
   * @param version of this program
   */
  public static ProbeBenchmark withLibtorch(String version) {
    return new ProbeBenchmark(
        version,
        LibtorchLibrary::start,
        BusyWatch::ofThisMachine,
        InstantSource.system(),
        System::nanoTime);
  }

  /**
   * Measures.
   *
   * @param reached hears of each stage as it begins
   * @param cancelled asked after every turn
   * @throws dev.goldilocks.problem.ProblemException when the request or a file it names is wrong
   * @throws CancellationException soon after it was cancelled
   */
  public Probe measure(
      ProbeRequest request, Consumer<ProbeStage> reached, BooleanSupplier cancelled) {
    return new Measuring(request, reached, cancelled, clock.instant(), nanoTime.getAsLong()).run();
  }

  /** One probe. */
  private final class Measuring {

    private final ProbeRequest request;
    private final Consumer<ProbeStage> reached;
    private final BooleanSupplier cancelled;
    private final Instant measuredAt;
    private final long startedAt;
    private final List<Double> bytesPerSecond = new ArrayList<>();

    Measuring(
        ProbeRequest request,
        Consumer<ProbeStage> reached,
        BooleanSupplier cancelled,
        Instant measuredAt,
        long startedAt) {
      this.request = request;
      this.reached = reached;
      this.cancelled = cancelled;
      this.measuredAt = measuredAt;
      this.startedAt = startedAt;
    }

    Probe run() {
      enter(ProbeStage.STARTING);
      MachineDescription machine = MachineDescription.ofThisMachine();
      int threads = Devices.usable(request.device(), machine).checkedThreads(request.threads());
      Checkpoint target = CheckpointReader.read(request.target().directory());
      List<Checkpoint> draft = draft(target);
      TensorLibrary library = libraries.start(threads);

      BusyWatch busy = others.get();
      enter(ProbeStage.MEMORY);
      bytesPerSecond.add(library.readBytesPerSecond());
      enter(ProbeStage.ARITHMETIC);
      Map<Precision, Double> operationsPerSecond = operationsPerSecond(library);
      Timed passes = targetPasses(library, target);
      Timed calls = draftCalls(library, draft);
      bytesPerSecond.add(library.readBytesPerSecond());

      Precision precision = request.target().precision();
      List<ModelDescription> models = new ArrayList<>();
      models.add(Descriptions.model(target, precision));
      draft.forEach(model -> models.add(Descriptions.model(model, draftPrecision())));
      return new Probe(
          measuredAt,
          request,
          models,
          Descriptions.environment(machine, library, version),
          operationsPerSecond,
          new PassTimes(
              precision,
              target.multipliedWeights() * precision.bytesPerWeight(),
              passes.medianNanos(),
              MemoryReadings.median(bytesPerSecond)),
          passes.turns(),
          new DraftTimes(calls.medianNanos()),
          calls.turns(),
          elapsed().toMillis(),
          conditions(busy.busyCores(), passes));
    }

    private ProbeConditions conditions(Optional<BusyCores> busy, Timed passes) {
      return new ProbeConditions(
          bytesPerSecond,
          busy.map(BusyCores::others).orElse(Double.NaN),
          busy.map(BusyCores::all).orElse(0),
          passes.stepSpread());
    }

    /** The draft's files; none without a draft model. They are read before anything is loaded. */
    private List<Checkpoint> draft(Checkpoint target) {
      return switch (request.draft()) {
        case ModelChoice choice -> {
          Checkpoint draft = CheckpointReader.read(choice.directory());
          PairCheck.require(target, draft);
          yield List.of(draft);
        }
        case PromptLookup _ -> List.of();
      };
    }

    private Precision draftPrecision() {
      return switch (request.draft()) {
        case ModelChoice choice -> choice.precision();
        case PromptLookup _ -> throw new IllegalStateException("there is no draft model");
      };
    }

    private Map<Precision, Double> operationsPerSecond(TensorLibrary library) {
      Map<Precision, Double> peaks = new EnumMap<>(Precision.class);
      for (Precision precision : Precision.values()) {
        stopIfCancelled();
        peaks.put(precision, library.operationsPerSecond(precision, ARITHMETIC_TIME));
      }
      return peaks;
    }

    private Timed targetPasses(TensorLibrary library, Checkpoint target) {
      enter(ProbeStage.LOADING_TARGET);
      try (LanguageModel model =
          library.load(target, request.target().precision(), PassSeries.room(PASSES))) {
        enter(ProbeStage.TARGET_PASSES);
        Timed timed = time(PassSeries.ofTarget(model, PASSES, MOST_TURNS), TARGET_UNTIL);
        bytesPerSecond.add(library.readBytesPerSecond());
        return timed;
      }
    }

    private Timed draftCalls(TensorLibrary library, List<Checkpoint> draft) {
      if (draft.isEmpty()) {
        return new Timed(Map.of(), 0, Double.NaN);
      }
      enter(ProbeStage.LOADING_DRAFT);
      try (LanguageModel model =
          library.load(draft.getFirst(), draftPrecision(), PassSeries.room(DRAFTS))) {
        enter(ProbeStage.DRAFT_CALLS);
        return time(PassSeries.ofDraft(model, DRAFTS, MOST_TURNS), CALLS_UNTIL);
      }
    }

    private Timed time(PassSeries series, Duration until) {
      for (int i = 0; i < WARM_UPS; i++) {
        stopIfCancelled();
        series.warmUp();
      }
      while (series.turns() < FEWEST_TURNS
          || (series.turns() < MOST_TURNS && elapsed().compareTo(until) < 0)) {
        stopIfCancelled();
        series.takeTurn();
      }
      return new Timed(series.medianNanos(), series.turns(), series.spread(1));
    }

    private Duration elapsed() {
      return Duration.ofNanos(nanoTime.getAsLong() - startedAt);
    }

    private void enter(ProbeStage stage) {
      stopIfCancelled();
      reached.accept(stage);
    }

    private void stopIfCancelled() {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("The probe was cancelled.");
      }
    }
  }

  /**
   * @param stepSpread see {@link PassSeries#spread}, of the calls of one token
   */
  private record Timed(Map<Integer, Long> medianNanos, int turns, double stepSpread) {}
}
