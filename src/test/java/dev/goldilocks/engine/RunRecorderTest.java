package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunActivity;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunPhase;
import dev.goldilocks.bench.RunProgress;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {

  private static final JournalHeader HEADER =
      new JournalHeader("run-1", "target + draft", Instant.EPOCH, Runs.spec());

  @TempDir Path directory;
  private final RunCodec codec = new RunCodec();
  private final AtomicLong nanos = new AtomicLong();
  private RunJournal journal;
  private RunRecorder recorder;

  @BeforeEach
  void begin() {
    journal = RunJournal.start(directory.resolve("run-1.jsonl"));
    recorder = recorderWith(journal);
  }

  @AfterEach
  void end() {
    journal.close();
  }

  @Test
  void theJournalHoldsTheHeaderAndEveryEvent() throws IOException {
    hear(Runs.events(2));

    List<String> lines = Files.readAllLines(directory.resolve("run-1.jsonl"));
    assertThat(codec.readHeader(lines.getFirst())).isEqualTo(HEADER);
    assertThat(lines.stream().skip(1).map(codec::readEvent).toList()).isEqualTo(Runs.events(2));
  }

  @Test
  void aFinishedRunWithEveryPairIsCompleted() {
    hear(Runs.events(2));

    assertThat(recorder.outcome())
        .isInstanceOfSatisfying(
            RunOutcome.Completed.class,
            completed -> {
              assertThat(completed.record().provenance()).isEqualTo(Provenance.MEASURED);
              assertThat(completed.record().samples())
                  .containsExactly(Runs.sample(0), Runs.sample(1));
            });
  }

  @Test
  void aFinishedRunThatLacksAPairHasFailedAndKeepsTheOthers() {
    List<RunEvent> events = new ArrayList<>(Runs.events(2));
    events.remove(new RunEvent.PairMeasured(Runs.sample(1)));
    hear(events);

    assertThat(recorder.outcome())
        .isInstanceOfSatisfying(
            RunOutcome.Failed.class,
            failed -> {
              assertThat(failed.sentence()).contains("not all of what it measured arrived");
              assertThat(failed.kind()).isEqualTo(FailureKind.ENGINE);
              assertThat(failed.partial().orElseThrow().provenance())
                  .isEqualTo(Provenance.RECOVERED);
              assertThat(failed.partial().orElseThrow().samples()).containsExactly(Runs.sample(0));
            });
    assertThat(recorder.snapshot().phase()).isEqualTo(RunPhase.FAILED);
  }

  @Test
  void aRunThatFinishesWithoutMeasuringAnythingHasFailed() {
    hear(List.of(new RunEvent.Finished(0)));

    assertThat(recorder.outcome()).isInstanceOf(RunOutcome.Failed.class);
  }

  @Test
  void aPairThatWasNotPlannedOrIsMeasuredTwiceIsRefused() {
    RunEvent early = new RunEvent.PairMeasured(Runs.sample(0));
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> hear(List.of(early)));
    List<RunEvent> events = Runs.events(2);
    hear(events.subList(0, events.size() - 1));
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> hear(List.of(early)));
    hear(List.of(events.getLast()));

    assertThat(recorder.outcome())
        .isInstanceOfSatisfying(
            RunOutcome.Completed.class,
            completed ->
                assertThat(completed.record().samples())
                    .containsExactly(Runs.sample(0), Runs.sample(1)));
  }

  @Test
  void whatComesAfterTheLastEventIsIgnored() {
    hear(List.of(new RunEvent.Failed("It broke.", FailureKind.ENGINE)));
    hear(Runs.events(2));

    assertThat(recorder.outcome()).isInstanceOf(RunOutcome.Failed.class);
    assertThat(recorder.snapshot().activity()).isEqualTo(new RunActivity.Failed("It broke."));
  }

  @Test
  void thereIsNoOutcomeWhileTheRunGoesOn() {
    assertThatIllegalStateException().isThrownBy(() -> recorder.outcome());
  }

  @Test
  void aSilentEngineIsReportedUntilItSpeaksAgain() {
    hear(List.of(Runs.events(2).getFirst()));
    nanos.addAndGet(Duration.ofSeconds(31).toNanos());

    assertThat(recorder.snapshot().silence()).contains(Duration.ofSeconds(31));

    hear(List.of(new RunEvent.MemoryRead(31_000, 1)));
    assertThat(recorder.snapshot().silence()).isEmpty();
  }

  @Test
  void aRunThatEndedIsNotSilent() {
    hear(Runs.events(2));
    nanos.addAndGet(Duration.ofHours(1).toNanos());

    assertThat(recorder.snapshot().silence()).isEmpty();
  }

  @Test
  void aJournalThatCannotBeWrittenIsReportedAndTheRunGoesOn() {
    RunJournal full =
        new RunJournal(
            "run-1.jsonl",
            () -> {
              throw new IOException("No space left on device");
            });
    recorder = recorderWith(full);
    hear(Runs.events(2));

    assertThat(recorder.snapshot().activity()).isEqualTo(new RunActivity.Finished(2, 2));
    assertThat(recorder.snapshot().warning().orElseThrow())
        .startsWith("The journal run-1.jsonl cannot be written (No space left on device)");
    assertThat(recorder.outcome()).isInstanceOf(RunOutcome.Completed.class);
  }

  private RunRecorder recorderWith(RunJournal journal) {
    return new RunRecorder(
        codec,
        HEADER,
        new RunProgress(Runs.spec(), nanos::get),
        journal,
        Duration.ofSeconds(30),
        nanos::get);
  }

  private void hear(List<RunEvent> events) {
    events.forEach(event -> recorder.heard(event, codec.write(event), Duration.ZERO));
  }
}
