package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.engine.FakeEngine.Behaviour;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every engine here is a process of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessAttemptTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir Path directory;
  private final HeardEvents heard = new HeardEvents();
  private EngineLog log;

  @BeforeEach
  void openLog() {
    log = new EngineLog(directory.resolve("run.log"), 1_000_000);
  }

  @AfterEach
  void leaveNothing() {
    log.close();
    engineProcesses().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void everyEventOfTheProcessIsHeardInOrder() {
    attempt(Behaviour.MEASURES, LONG).run(heard);

    assertThat(heard.all()).isEqualTo(Runs.events(2));
    assertThat(log.tail()).isEmpty();
  }

  @Test
  void linesThatAreNoEventsGoToTheLogAndTheRunGoesOn() {
    attempt(Behaviour.PRINTS_JUNK, LONG).run(heard);

    assertThat(heard.all()).isEqualTo(Runs.events(2));
    assertThat(log.tail()).anyMatch(line -> line.contains("\"event\":\"nonsense\""));
  }

  @Test
  void eventsAfterTheLastAreNotHeard() {
    attempt(Behaviour.IS_CONFUSED, LONG).run(heard);

    assertThat(heard.all()).hasSize(Runs.events(2).size() + 1).endsWith(heard.last());
    assertThat(heard.last()).isEqualTo(Runs.events(2).getLast());
  }

  @Test
  void aRefusalPassesThroughAsItIs() {
    attempt(Behaviour.REFUSES, LONG).run(heard);

    assertThat(heard.all())
        .containsExactly(
            new RunEvent.Failed("The draft is empty; choose another.", FailureKind.REQUEST));
  }

  @Test
  void aProcessThatEndsAtOnceFailsTheRunWithItsLastWords() {
    attempt(Behaviour.EXITS_AT_ONCE, LONG).run(heard);

    assertThat(heard.all())
        .containsExactly(
            new RunEvent.Failed(
                "The engine process ended with exit code 77 after “no such library”: start the run"
                    + " again. Its log is "
                    + log.file()
                    + ".",
                FailureKind.ENGINE));
    assertThat(log.file()).content().contains("no such library");
  }

  @Test
  void aProgramThatDoesNotExistFailsTheRun() {
    Path nowhere = directory.resolve("no-java");
    EngineProgram missing = (spec, crashReport) -> new ProcessBuilder(nowhere.toString());
    new ProcessAttempt<>(
            new RunConversation(Runs.spec(), new RunCodec()), missing, log, directory, LONG)
        .run(heard);

    assertThat(heard.all()).hasSize(1);
    assertThat(((RunEvent.Failed) heard.last()).sentence())
        .startsWith("The engine process could not be started (")
        .contains(nowhere.toString());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
  void aKilledProcessFailsTheRunAndWhatItMeasuredWasHeard() {
    CompletableFuture<Void> run = inBackground(attempt(Behaviour.IS_DEAF, LONG));
    heard.pairMeasured().join();

    engineProcesses().forEach(ProcessHandle::destroyForcibly);
    run.join();

    assertThat(heard.all()).contains(new RunEvent.PairMeasured(Runs.sample(0)));
    assertThat(((RunEvent.Failed) heard.last()).sentence())
        .startsWith("The engine process was killed (signal 9); ");
  }

  @Test
  void aProcessWithoutJavaMemorySaysSo() {
    attempt(Behaviour.RUNS_OUT_OF_MEMORY, LONG).run(heard);

    assertThat(((RunEvent.Failed) heard.last()).sentence())
        .startsWith("The engine process ran out of Java memory: ");
  }

  @Test
  void aCancelledProcessEndsByItselfBeforeItsTimeIsUp() {
    Attempt<RunEvent> attempt = attempt(Behaviour.OBEYS, LONG);
    CompletableFuture<Void> run = inBackground(attempt);
    heard.pairMeasured().join();

    attempt.cancel();
    run.join();

    assertThat(heard.last()).isEqualTo(new RunEvent.Cancelled());
    assertThat(engineProcesses()).isEmpty();
  }

  @Test
  void aProcessThatIgnoresTheRequestToStopIsKilled() {
    Attempt<RunEvent> attempt = attempt(Behaviour.IS_DEAF, SHORT);
    CompletableFuture<Void> run = inBackground(attempt);
    heard.pairMeasured().join();

    attempt.cancel();
    run.join();

    assertThat(heard.last()).isEqualTo(new RunEvent.Cancelled());
    assertThat(engineProcesses()).isEmpty();
  }

  @Test
  void theProcessesOfAProcessAreKilledWithIt() {
    Attempt<RunEvent> attempt = attempt(Behaviour.IS_DEAF_WITH_A_CHILD, SHORT);
    CompletableFuture<Void> run = inBackground(attempt);
    heard.pairMeasured().join();

    attempt.cancel();
    run.join();

    assertThat(log.tail()).hasSize(1);
    startedByTheEngine()
        .ifPresent(
            process -> {
              try {
                assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20));
              } finally {
                process.destroyForcibly();
              }
            });
  }

  @Test
  void aProcessLeftBehindHoldsNothingUp() {
    try {
      attempt(Behaviour.LEAVES_A_PROCESS_BEHIND, SHORT).run(heard);

      assertThat(startedByTheEngine()).isPresent();
      assertThat(((RunEvent.Failed) heard.last()).sentence())
          .startsWith("The engine process ended with exit code 77");
    } finally {
      startedByTheEngine().ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void aProcessThatDoesNotEndAfterItsLastEventIsKilledAndTheRunStands() {
    attempt(Behaviour.LINGERS, SHORT).run(heard);

    assertThat(heard.all()).isEqualTo(Runs.events(2));
    assertThat(engineProcesses()).isEmpty();
  }

  @Test
  void aFaultOfTheHostIsNotTakenForAnEndOfTheEngine() {
    Attempt<RunEvent> attempt = attempt(Behaviour.OBEYS, SHORT);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                attempt.run(
                    (_, _, _) -> {
                      throw new NoClassDefFoundError("a class of the host");
                    }))
        .withCauseInstanceOf(NoClassDefFoundError.class);
    assertThat(engineProcesses()).isEmpty();
  }

  @Test
  void anAttemptThatIsCancelledBeforeItStartsStartsNoProcess() {
    EngineProgram unwanted =
        (spec, crashReport) -> {
          throw new AssertionError("a process was started");
        };
    Attempt<RunEvent> attempt =
        new ProcessAttempt<>(
            new RunConversation(Runs.spec(), new RunCodec()), unwanted, log, directory, LONG);

    attempt.cancel();
    attempt.run(heard);

    assertThat(heard.all()).containsExactly(new RunEvent.Cancelled());
  }

  @Test
  void cancellingAnEndedAttemptDoesNothing() {
    Attempt<RunEvent> attempt = attempt(Behaviour.MEASURES, LONG);
    attempt.run(heard);

    attempt.cancel();

    assertThat(heard.all()).isEqualTo(Runs.events(2));
  }

  private Attempt<RunEvent> attempt(Behaviour behaviour, Duration patience) {
    return new ProcessAttempt<>(
        new RunConversation(Runs.spec(), new RunCodec()),
        FakeEngine.program(behaviour),
        log,
        directory.resolve("crash.txt"),
        patience);
  }

  private CompletableFuture<Void> inBackground(Attempt<RunEvent> attempt) {
    return CompletableFuture.runAsync(() -> attempt.run(heard)).orTimeout(50, TimeUnit.SECONDS);
  }

  private static List<ProcessHandle> engineProcesses() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  /** The process that the engine started; it wrote its id. */
  private Optional<ProcessHandle> startedByTheEngine() {
    return log.tail().stream()
        .filter(line -> line.matches("\\d+"))
        .findFirst()
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
  }
}
