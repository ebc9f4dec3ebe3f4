package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.Probes;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunActivity;
import dev.goldilocks.bench.RunAssembler;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunPhase;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.engine.FakeEngine.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every engine here is a process of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessRunServiceTest {

  private static final Patience PATIENCE =
      new Patience(Duration.ofMillis(100), Duration.ofMinutes(1));

  @TempDir Path directory;
  private final HeardEvents heard = new HeardEvents();

  @Test
  void aRunIsCompletedWithItsRecordAndItsJournal() throws IOException {
    Path journals = directory.resolve("library").resolve("journals");
    try (RunService service = service(journals, Behaviour.MEASURES)) {
      RunHandle run = service.submit(Runs.spec());

      RunRecord record = ((RunOutcome.Completed) run.outcome().join()).record();

      assertThat(record.provenance()).isEqualTo(Provenance.MEASURED);
      assertThat(record.samples()).containsExactly(Runs.sample(0), Runs.sample(1));
      assertThat(run.snapshot().phase()).isEqualTo(RunPhase.FINISHED);
      assertThat(recovered(journals.resolve(run.id() + ".jsonl"))).contains(record);
    }
  }

  @Test
  void aRequestThatIsWrongFailsWithTheEnginesOwnSentence() {
    try (RunService service = service(directory, Behaviour.REFUSES)) {
      assertThat(service.submit(Runs.spec()).outcome().join())
          .isEqualTo(
              new RunOutcome.Failed(
                  "The draft is empty; choose another.", FailureKind.REQUEST, Optional.empty()));
    }
  }

  @Test
  void whatAConfusedEngineMeasuredRightStands() {
    try (RunService service = service(directory, Behaviour.IS_CONFUSED)) {
      RunHandle run = service.submit(Runs.spec());

      assertThat(((RunOutcome.Completed) run.outcome().join()).record().samples())
          .containsExactly(Runs.sample(0), Runs.sample(1));
      assertThat(directory.resolve(run.id() + ".log")).content().contains("This pair is not due.");
    }
  }

  @Test
  void anEngineThatIsKilledLosesNothingThatItMeasured() throws Exception {
    try (RunService service = service(directory, Behaviour.IS_DEAF)) {
      RunHandle run = service.submit(Runs.spec());
      Path journal = directory.resolve(run.id() + ".jsonl");
      heard.pairMeasured().join();

      ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
      RunOutcome.Failed failed = (RunOutcome.Failed) run.outcome().join();

      RunRecord partial = failed.partial().orElseThrow();
      assertThat(partial.provenance()).isEqualTo(Provenance.RECOVERED);
      assertThat(partial.samples()).containsExactly(Runs.sample(0));
      assertThat(recovered(journal)).contains(partial);
      assertThat(run.snapshot().phase()).isEqualTo(RunPhase.FAILED);
      assertThat(run.snapshot().activity()).isEqualTo(new RunActivity.Failed(failed.sentence()));
    }
  }

  @Test
  void closingTheServiceLeavesNoProcess() throws Exception {
    RunHandle run;
    try (RunService service = service(directory, Behaviour.IS_DEAF)) {
      run = service.submit(Runs.spec());
      heard.pairMeasured().join();
    }

    assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    RunOutcome.Cancelled cancelled = (RunOutcome.Cancelled) run.outcome().join();
    assertThat(cancelled.partial().orElseThrow().samples()).containsExactly(Runs.sample(0));
  }

  @Test
  void aLibraryThatCannotBeWrittenIsReportedAndTheRunGoesOn() throws IOException {
    Path occupied = Files.writeString(directory.resolve("occupied"), "a file, not a directory");
    try (RunService service = service(occupied.resolve("journals"), Behaviour.PRINTS_JUNK)) {
      RunHandle run = service.submit(Runs.spec());

      assertThat(run.outcome().join()).isInstanceOf(RunOutcome.Completed.class);
      assertThat(run.snapshot().activity()).isEqualTo(new RunActivity.Finished(2, 2));
      assertThat(run.snapshot().warning().orElseThrow()).startsWith("The journal ");
    }
  }

  @Test
  void anotherWindowSeesThatAJournalIsInUse() throws Exception {
    try (RunService service = service(directory, Behaviour.IS_DEAF)) {
      RunHandle run = service.submit(Runs.spec());
      Path journal = directory.resolve(run.id() + ".jsonl");
      heard.pairMeasured().join();
      assertThat(probe(journal)).isEqualTo(JournalLockProbe.LOCKED);

      run.cancel();
      run.outcome().join();
      assertThat(probe(journal)).isZero();
    }
  }

  @Test
  void aProbeWhoseEngineEndsAtOnceFailsWithItsLastWords() {
    try (ProcessRunService service = service(directory, Behaviour.EXITS_AT_ONCE)) {
      assertThat(service.submit(Probes.halfABillion().request()).outcome().join())
          .isEqualTo(
              new ProbeOutcome.Failed(
                  "The engine process ended with exit code 77 after “no such library”: start the"
                      + " run again. Its log is "
                      + directory.resolve("probe.log")
                      + ".",
                  FailureKind.ENGINE));
    }
  }

  private ProcessRunService service(Path journals, Behaviour behaviour) {
    RunQueue.Attempts attempts =
        ProcessRunService.attempts(journals, FakeEngine.program(behaviour), PATIENCE);
    return new ProcessRunService(
        journals,
        (id, spec) -> new ObservedAttempt(attempts.make(id, spec), heard),
        ProcessRunService.probeAttempts(journals, FakeEngine.program(behaviour), PATIENCE),
        PATIENCE);
  }

  /** What a journal's lines add up to. */
  private static Optional<RunRecord> recovered(Path journal) throws IOException {
    RunCodec codec = new RunCodec();
    List<String> lines = Files.readAllLines(journal);
    RunAssembler assembler = new RunAssembler(codec.readHeader(lines.getFirst()));
    lines.stream().skip(1).map(codec::readEvent).forEach(assembler::accept);
    return assembler.record();
  }

  private static int probe(Path journal) throws Exception {
    ChildJvm probe = new ChildJvm(JournalLockProbe.class.getName(), List.of(journal.toString()));
    return probe.command(Runs.spec().threads(), Path.of("unused")).start().waitFor();
  }
}
