package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.RunAssembler;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunProgress;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.problem.ProblemException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What the host makes of a run's events: its journal, its live picture, and its outcome. Events
 * after the last are ignored. Safe for use by several threads.
 */
final class RunRecorder implements EventListener<RunEvent> {

  private final RunCodec codec;
  private final RunProgress progress;
  private final RunAssembler assembler;
  private final RunJournal journal;
  private final Duration silent;
  private final LongSupplier nanoTime;
  private final Set<PairPlan> due = new HashSet<>();

  private Optional<RunEvent> last = Optional.empty();
  private volatile long heardAt;

  /**
   * @param journal gets the header now, and each event as it comes; the caller closes it
   * @param silent time without an event after which the snapshot says so
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  RunRecorder(
      RunCodec codec,
      JournalHeader header,
      RunProgress progress,
      RunJournal journal,
      Duration silent,
      LongSupplier nanoTime) {
    this.codec = codec;
    this.progress = progress;
    this.assembler = new RunAssembler(header);
    this.journal = journal;
    this.silent = silent;
    this.nanoTime = nanoTime;
    heardAt = nanoTime.getAsLong();
    journal.append(codec.write(header));
  }

  /**
   * {@inheritDoc}
   *
   * @throws ProblemException when the event makes no sense where it stands; it is not kept then
   */
  @Override
  public synchronized void heard(RunEvent event, String line, Duration ago) {
    if (last.isPresent()) {
      return;
    }
    heardAt = nanoTime.getAsLong();
    switch (event) {
      case RunEvent.PairMeasured(PairSample sample) -> {
        if (!due.contains(sample.plan())) {
          throw new ProblemException("This pair is not due.");
        }
        keep(event, line, ago);
        due.remove(sample.plan());
      }
      case RunEvent.Planned(List<PairPlan> pairs) -> {
        keep(event, line, ago);
        due.addAll(pairs);
      }
      case RunEvent.Finished _ when !due.isEmpty() || assembler.record().isEmpty() -> {
        RunEvent failure =
            new RunEvent.Failed(
                "The engine process said that it had finished, but not all of what it measured"
                    + " arrived: start the run again.",
                FailureKind.ENGINE);
        keep(failure, codec.write(failure), ago);
      }
      case RunEvent.Started _,
          RunEvent.CeilingsMeasured _,
          RunEvent.ModelLoaded _,
          RunEvent.WarmingUp _,
          RunEvent.SideStarted _,
          RunEvent.FirstToken _,
          RunEvent.Stepped _,
          RunEvent.TextReviewed _,
          RunEvent.TokensNamed _,
          RunEvent.MemoryRead _,
          RunEvent.Finished _,
          RunEvent.Cancelled _,
          RunEvent.Failed _ ->
          keep(event, line, ago);
    }
  }

  private void keep(RunEvent event, String line, Duration ago) {
    progress.accept(event, ago);
    assembler.accept(event);
    journal.append(line);
    if (event.endsRun()) {
      last = Optional.of(event);
    }
  }

  /** The run as it stands, with a word on a silent engine or a journal that cannot be written. */
  RunSnapshot snapshot() {
    RunSnapshot snapshot = progress.snapshot();
    Duration silence = Duration.ofNanos(nanoTime.getAsLong() - heardAt);
    boolean ended =
        switch (snapshot.phase()) {
          case FINISHED, CANCELLED, FAILED -> true;
          case QUEUED, STARTING, PROBING, LOADING, WARMING_UP, MEASURING -> false;
        };
    return snapshot.withTroubles(
        Optional.of(silence).filter(_ -> !ended && silence.compareTo(silent) > 0),
        journal.problem());
  }

  /**
   * How the run ended.
   *
   * @throws IllegalStateException while it has not
   */
  synchronized RunOutcome outcome() {
    return switch (last.orElseThrow(() -> new IllegalStateException("the run goes on"))) {
      case RunEvent.Finished _ -> new RunOutcome.Completed(assembler.record().orElseThrow());
      case RunEvent.Cancelled _ -> new RunOutcome.Cancelled(assembler.record());
      case RunEvent.Failed failed ->
          new RunOutcome.Failed(failed.sentence(), failed.kind(), assembler.record());
      case RunEvent.Started _,
          RunEvent.CeilingsMeasured _,
          RunEvent.ModelLoaded _,
          RunEvent.Planned _,
          RunEvent.WarmingUp _,
          RunEvent.SideStarted _,
          RunEvent.FirstToken _,
          RunEvent.Stepped _,
          RunEvent.PairMeasured _,
          RunEvent.TextReviewed _,
          RunEvent.TokensNamed _,
          RunEvent.MemoryRead _ ->
          throw new IllegalStateException("not an end: " + last);
    };
  }
}
