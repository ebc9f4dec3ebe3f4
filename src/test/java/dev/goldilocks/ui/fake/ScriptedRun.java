package dev.goldilocks.ui.fake;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.RunAssembler;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunProgress;
import dev.goldilocks.bench.RunSnapshot;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Step;
import dev.goldilocks.engine.RunHandle;
import dev.goldilocks.engine.RunOutcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A run whose engine is a script and whose clock stands still until it is moved. Its snapshots and
 * its record come from the code that makes the real ones.
 */
public final class ScriptedRun implements RunHandle {

  private final JournalHeader header;
  private final List<ScriptedEvents.Timed> events;
  private final RunProgress progress;
  private final RunAssembler assembler;
  private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
  private volatile Runnable pairMeasured = () -> {};
  private int next;
  private long nowMillis;

  ScriptedRun(JournalHeader header, List<ScriptedEvents.Timed> events) {
    this.header = header;
    this.events = events;
    progress = new RunProgress(header.spec(), () -> nowMillis * 1_000_000);
    assembler = new RunAssembler(header);
    progress.starting();
  }

  /** How long the whole run takes, in milliseconds. */
  public long lengthMillis() {
    return events.getLast().millis();
  }

  /** How many rounds of drafting and verifying the whole run has. */
  public long rounds() {
    return events.stream()
        .filter(
            timed ->
                timed.event() instanceof RunEvent.Stepped stepped
                    && stepped.step() instanceof Step.Round)
        .count();
  }

  /** Lets the run go on until this many milliseconds after its start. */
  public synchronized void playTo(long millis) {
    while (next < events.size() && events.get(next).millis() <= millis && !outcome.isDone()) {
      ScriptedEvents.Timed timed = events.get(next++);
      nowMillis = timed.millis();
      take(timed.event());
      if (timed.event() instanceof RunEvent.Finished) {
        outcome.complete(new RunOutcome.Completed(assembler.record().orElseThrow()));
      }
    }
    nowMillis = Math.max(nowMillis, Math.min(millis, lengthMillis()));
  }

  /** Lets the run go on until this share of its time has passed. */
  public void playShare(double share) {
    playTo((long) (lengthMillis() * share));
  }

  /** Lets the run finish. */
  public void playToEnd() {
    playTo(lengthMillis());
  }

  /** What stands in the journal of such a run when its program dies at this share of its time. */
  public List<String> journal(double share) {
    RunCodec codec = new RunCodec();
    long end = (long) (lengthMillis() * share);
    return Stream.concat(
            Stream.of(codec.write(header)),
            events.stream()
                .takeWhile(timed -> timed.millis() <= end)
                .map(timed -> codec.write(timed.event())))
        .toList();
  }

  /** Lets the engine fail now. */
  public synchronized void fail(String sentence) {
    take(new RunEvent.Failed(sentence, FailureKind.ENGINE));
    outcome.complete(new RunOutcome.Failed(sentence, FailureKind.ENGINE, assembler.record()));
  }

  @Override
  public String id() {
    return header.id();
  }

  @Override
  public RunSpec spec() {
    return header.spec();
  }

  @Override
  public synchronized RunSnapshot snapshot() {
    return progress.snapshot();
  }

  @Override
  public void whenPairMeasured(Runnable action) {
    pairMeasured = action;
  }

  @Override
  public synchronized void cancel() {
    if (!outcome.isDone()) {
      take(new RunEvent.Cancelled());
      outcome.complete(new RunOutcome.Cancelled(assembler.record()));
    }
  }

  @Override
  public CompletableFuture<RunOutcome> outcome() {
    return outcome;
  }

  private void take(RunEvent event) {
    progress.accept(event);
    assembler.accept(event);
    if (event instanceof RunEvent.PairMeasured) {
      pairMeasured.run();
    }
  }
}
