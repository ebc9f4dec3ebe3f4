package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeFigures;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunAssembler;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.Step;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real engine process, with real models. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineProcessTest {

  private static final Patience PATIENCE =
      new Patience(Duration.ofMinutes(10), Duration.ofMinutes(1));

  private static final int SIGINT = 2;

  @TempDir Path directory;
  private final HeardEvents heard = new HeardEvents();
  private Path prompts;

  @BeforeEach
  void writePrompts() throws IOException {
    prompts =
        Files.writeString(
            directory.resolve("prompts.jsonl"),
            """
            {"question_id": 1, "category": "code", "turns": ["class A"]}
            {"question_id": 2, "category": "prose", "turns": ["Once upon"]}
            """);
  }

  @Test
  void aProcessMeasuresTheSameAsThisProcessExceptForItsTimes() {
    RunSpec spec = spec("qwen2", 12, 1);
    RunRecord here;
    RunRecord there;
    try (RunService service = new InProcessRunService(directory, RealEngine.VERSION)) {
      here = ((RunOutcome.Completed) service.submit(spec).outcome().join()).record();
    }
    try (RunService service = service()) {
      there = ((RunOutcome.Completed) service.submit(spec).outcome().join()).record();
    }

    assertThat(there.provenance()).isEqualTo(Provenance.MEASURED);
    assertThat(there.samples()).hasSize(4);
    assertThat(withoutTimes(there)).isEqualTo(withoutTimes(here));
    assertThat(List.of(there.spec(), there.target(), there.draft(), there.environment()))
        .isEqualTo(List.of(here.spec(), here.target(), here.draft(), here.environment()));
    assertThat(there.results())
        .allSatisfy(result -> assertThat(result.peakMemoryBytes()).isPositive());
  }

  @Test
  void aRunThatIsCancelledInItsMiddleEndsInOrderAndKeepsWhatItMeasured() {
    try (RunService service = service()) {
      RunHandle run = service.submit(spec("qwen2", 200, 1_000));
      heard.pairMeasured().join();

      run.cancel();

      RunOutcome.Cancelled cancelled = (RunOutcome.Cancelled) run.outcome().join();
      assertThat(cancelled.partial().orElseThrow().samples()).isNotEmpty();
      assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void aRunWhoseProcessIsKilledInItsMiddleKeepsWhatItMeasured() throws IOException {
    try (RunService service = service()) {
      RunHandle run = service.submit(spec("qwen2", 200, 1_000));
      heard.pairMeasured().join();

      ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);

      RunOutcome.Failed failed = (RunOutcome.Failed) run.outcome().join();
      assertThat(failed.kind()).isEqualTo(FailureKind.ENGINE);
      assertThat(failed.partial().orElseThrow().provenance()).isEqualTo(Provenance.RECOVERED);
      assertThat(recovered(directory.resolve(run.id() + ".jsonl"))).isEqualTo(failed.partial());
    }
  }

  /**
   * Ctrl-C in a terminal interrupts every process of the command. Java's own handler would take
   * libtorch apart under the native call that is under way, and crash.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void anInterruptionOfTheEngineEndsItAsItStandsAndIsACancellation() throws Exception {
    try (RunService service = service()) {
      RunHandle run = service.submit(spec("qwen2", 200, 1_000));
      heard.pairMeasured().join();
      ProcessHandle engine = ProcessHandle.current().children().findFirst().orElseThrow();

      assertThat(handles(engine, SIGINT)).isFalse();
      new ProcessBuilder("kill", "-INT", Long.toString(engine.pid())).start().waitFor();

      assertThat(run.outcome().join()).isInstanceOf(RunOutcome.Cancelled.class);
    }
  }

  /** Whether a process has a handler of its own for a signal: proc(5), SigCgt. */
  private static boolean handles(ProcessHandle process, int signal) throws IOException {
    try (Stream<String> status =
        Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      String mask =
          status.filter(line -> line.startsWith("SigCgt:")).findFirst().orElseThrow().substring(7);
      return new BigInteger(mask.strip(), 16).testBit(signal - 1);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theKernelTakesTheEngineFirstWhenMemoryRunsOut() throws IOException {
    try (RunService service = service()) {
      service.submit(spec("qwen2", 200, 1_000));
      heard.started().join();

      ProcessHandle engine = ProcessHandle.current().children().findFirst().orElseThrow();
      assertThat(Path.of("/proc", Long.toString(engine.pid()), "oom_score_adj"))
          .content()
          .isEqualToIgnoringWhitespace("1000");
    }
  }

  @Test
  void aModelThatIsNotThereIsRefused() {
    try (RunService service = service()) {
      RunSpec spec = spec("qwen2", 12, 1);
      Path nowhere = directory.resolve("no-model");
      RunSpec wrong =
          new RunSpec(
              new ModelChoice(nowhere, Precision.F32),
              spec.draft(),
              spec.device(),
              spec.threads(),
              spec.draftTokens(),
              spec.sampling(),
              spec.prompts(),
              spec.maxNewTokens(),
              spec.repeats(),
              spec.endOfSequence());

      assertThat(service.submit(wrong).outcome().join())
          .isEqualTo(
              new RunOutcome.Failed(
                  "The model folder " + nowhere + " does not exist; check its path.",
                  FailureKind.REQUEST,
                  Optional.empty()));
    }
  }

  /** In the distribution JavaFX is on the module path of the window alone. */
  @Test
  void theProgramsOwnCommandRunsTheEngineWithoutJavaFx() {
    EngineProgram command = new ChildJvm("dev.goldilocks.Main", List.of("engine"));
    EngineProgram withoutJavaFx =
        (threads, crashReport) -> {
          ProcessBuilder builder = command.command(threads, crashReport);
          builder.environment().computeIfPresent("CLASSPATH", (_, all) -> withoutJavaFx(all));
          return builder;
        };
    try (RunService service = service(withoutJavaFx)) {
      assertThat(service.submit(spec("qwen2", 12, 1)).outcome().join())
          .isInstanceOf(RunOutcome.Completed.class);
    }
  }

  @Test
  void aProbeIsMeasuredInAProcessOfItsOwn() {
    ProbeRequest request =
        new ProbeRequest(
            new ModelChoice(Fixtures.checkpoint("llama"), Precision.INT8),
            new ModelChoice(Fixtures.checkpoint("qwen2"), Precision.F32),
            "cpu",
            1);
    try (ProcessRunService service = service()) {
      assertThat(service.submit(request).outcome().join())
          .isInstanceOfSatisfying(
              ProbeOutcome.Measured.class,
              measured -> {
                Probe probe = measured.probe();
                assertThat(probe.request()).isEqualTo(request);
                assertThat(probe.environment().goldilocks()).isEqualTo(RealEngine.VERSION);
                assertThat(probe.targetRepeats()).isBetween(3, 41);
                assertThat(probe.operationsPerSecond().values()).allMatch(peak -> peak > 1e6);
                assertThat(ProbeFigures.of(probe).outlooks()).hasSize(15);
              });
    }
  }

  private static String withoutJavaFx(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javafx-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private ProcessRunService service() {
    return service(RealEngine.program());
  }

  private ProcessRunService service(EngineProgram program) {
    RunQueue.Attempts attempts = ProcessRunService.attempts(directory, program, PATIENCE);
    return new ProcessRunService(
        directory,
        (id, spec) -> new ObservedAttempt(attempts.make(id, spec), heard),
        ProcessRunService.probeAttempts(directory, program, PATIENCE),
        PATIENCE);
  }

  private RunSpec spec(String draft, int maxNewTokens, int repeats) {
    return new RunSpec(
        new ModelChoice(Fixtures.checkpoint("llama"), Precision.F32),
        new ModelChoice(Fixtures.checkpoint(draft), Precision.F32),
        "cpu",
        1,
        List.of(2, 4),
        Sampling.greedy(1),
        new PromptChoice(prompts, 10),
        maxNewTokens,
        repeats,
        EndOfSequence.IGNORE);
  }

  private static Optional<RunRecord> recovered(Path journal) throws IOException {
    RunCodec codec = new RunCodec();
    List<String> lines = Files.readAllLines(journal);
    RunAssembler assembler = new RunAssembler(codec.readHeader(lines.getFirst()));
    lines.stream().skip(1).map(codec::readEvent).forEach(assembler::accept);
    return assembler.record();
  }

  private static List<PairSample> withoutTimes(RunRecord record) {
    return record.samples().stream()
        .map(
            sample ->
                new PairSample(
                    sample.plan(),
                    sample.promptTokens(),
                    withoutTimes(sample.baseline()),
                    withoutTimes(sample.speculative()),
                    sample.comparison()))
        .toList();
  }

  private static SideSample withoutTimes(SideSample side) {
    Generation generation = side.generation();
    List<Step> steps =
        generation.steps().stream()
            .<Step>map(
                step ->
                    switch (step) {
                      case Step.Plain(List<Integer> emitted, long _) -> new Step.Plain(emitted, 0);
                      case Step.Round round ->
                          new Step.Round(
                              round.drafted(),
                              round.accepted(),
                              round.emitted(),
                              new RoundTime(0, 0, 0));
                    })
            .toList();
    return new SideSample(new Generation(generation.ids(), 0, steps), side.text());
  }
}
