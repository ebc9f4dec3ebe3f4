package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PassLimits;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.Role;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Weights;
import dev.goldilocks.checkpoint.PaddedFixtures;
import dev.goldilocks.checkpoint.RandomCheckpoint;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.hardware.MemoryReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSessionTest {

  @TempDir Path directory;
  private final ScriptedLibrary library = new ScriptedLibrary();
  private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
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
  void aRunTellsOfEverythingInItsOrder() {
    RunEvent last = run(spec("cpu", Fixtures.checkpoint("qwen2")));

    assertThat(last).isEqualTo(new RunEvent.Finished(2_000));
    assertThat(milestones())
        .containsExactly(
            "Started",
            "CeilingsMeasured",
            "ModelLoaded",
            "ModelLoaded",
            "Planned",
            "SideStarted",
            "SideStarted",
            "PairMeasured",
            "SideStarted",
            "SideStarted",
            "PairMeasured",
            "TextReviewed",
            "TextReviewed",
            "TokensNamed");
  }

  @Test
  void theStartTellsOfTheMachineAndTheSoftware() {
    run(spec("cpu", Fixtures.checkpoint("qwen2")));

    RunEvent.Started started = only(RunEvent.Started.class).getFirst();
    assertThat(started.environment().torch()).isEqualTo("scripted");
    assertThat(started.environment().goldilocks()).isEqualTo("1.2.3");
    assertThat(started.environment().cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(started.environment().java()).contains(System.getProperty("java.version"));
  }

  @Test
  void theCeilingsAreThoseOfTheTarget() {
    run(spec("cpu", Fixtures.checkpoint("qwen2")));

    // Of the weights above, the input embedding and the norms are not multiplied by; 4 bytes each.
    long weights = 20_480 + 3 * (12_288 + 30_720);
    assertThat(only(RunEvent.CeilingsMeasured.class))
        .containsExactly(
            new RunEvent.CeilingsMeasured(new PassLimits(4 * weights, 2 * weights, 25e9, 1e12)));
  }

  @Test
  void loadedModelsAreDescribed() {
    run(spec("cpu", Fixtures.checkpoint("qwen2")));

    // 2 x 320 x 64 embeddings, 64 of the last norm, and 3 layers of 64 x (64 + 32 + 32 + 64)
    // attention, 3 x 64 x 160 feed-forward and 2 x 64 norms.
    long parameters = 2 * 20_480 + 64 + 3 * (12_288 + 30_720 + 128);
    assertThat(only(RunEvent.ModelLoaded.class))
        .extracting(RunEvent.ModelLoaded::role)
        .containsExactly(Role.TARGET, Role.DRAFT);
    assertThat(only(RunEvent.ModelLoaded.class).getFirst().model())
        .isEqualTo(
            new ModelDescription(
                "llama", "LlamaForCausalLM", parameters, 3, 64, 320, Precision.F32));
  }

  @Test
  void randomWeightsAreTold() throws IOException {
    // As many ids as the target has.
    Path random = Files.createDirectory(directory.resolve("random"));
    new RandomCheckpoint(16, 24, 1, 4, 2, 320).write(random, 1);
    Files.copy(
        Fixtures.checkpoint("llama").resolve("tokenizer.json"),
        random.resolve("tokenizer.json"),
        StandardCopyOption.REPLACE_EXISTING);

    run(spec("cpu", random));

    assertThat(only(RunEvent.ModelLoaded.class))
        .extracting(loaded -> loaded.model().weights())
        .containsExactly(Weights.TRAINED, Weights.RANDOM);
  }

  @Test
  void modelsHaveRoomForTheLongestPromptAndAreClosed() {
    run(spec("cpu", Fixtures.checkpoint("qwen2")));

    // "Once upon" is 9 tokens here; 6 new ones; K + 1 = 4 to look ahead.
    assertThat(library.calls())
        .containsExactly(
            "operations f32 250 ms",
            "load llama f32 19",
            "load qwen2 bf16 19",
            "close qwen2",
            "close llama",
            "close tokenizer of llama");
  }

  @Test
  void aDraftIsLoadedWithTheIdsOfItsTargetAndDescribedAsItIs() {
    run(spec("cpu", PaddedFixtures.bare(directory), PaddedFixtures.filledUp("llama", directory)));

    assertThat(library.vocabularySizes()).containsExactly(319, 319);
    assertThat(only(RunEvent.ModelLoaded.class))
        .extracting(loaded -> loaded.model().vocabularySize())
        .containsExactly(319, 320);
  }

  @Test
  void promptLookupLoadsTheTargetAlone() {
    RunSpec asked = spec("cpu", directory);
    RunEvent last =
        run(
            new RunSpec(
                asked.target(),
                PromptLookup.USUAL,
                asked.device(),
                asked.threads(),
                asked.draftTokens(),
                asked.sampling(),
                asked.prompts(),
                asked.maxNewTokens(),
                asked.repeats(),
                asked.endOfSequence()));

    assertThat(last).isEqualTo(new RunEvent.Finished(2_000));
    assertThat(only(RunEvent.PairMeasured.class)).hasSize(2);
    assertThat(library.calls())
        .containsExactly(
            "operations f32 250 ms",
            "load llama f32 19",
            "close llama",
            "close tokenizer of llama");
  }

  @Test
  void memoryIsReadAlongTheWay() {
    run(spec("cpu", Fixtures.checkpoint("qwen2")));

    assertThat(only(RunEvent.MemoryRead.class))
        .isNotEmpty()
        .allMatch(read -> read.residentBytes() == 1_000);
  }

  @Test
  void aSystemThatTellsNothingOfMemoryCostsNoRun() {
    EngineSession session =
        new EngineSession(
            "1.2.3",
            _ -> library,
            () -> {
              throw new UncheckedIOException(new IOException("no /proc"));
            });

    assertThat(session.run(spec("cpu", Fixtures.checkpoint("qwen2")), events::add, () -> false))
        .isEqualTo(new RunEvent.Finished(0));
    assertThat(only(RunEvent.MemoryRead.class)).isEmpty();
  }

  @Test
  void aPairWithDifferentVocabulariesIsRefusedBeforeAnythingIsLoaded() throws IOException {
    Path other = directory.resolve("other");
    Files.createDirectory(other);
    for (String file : List.of("config.json", "model.safetensors", "generation_config.json")) {
      Files.copy(Fixtures.checkpoint("qwen2").resolve(file), other.resolve(file));
    }
    Files.writeString(
        other.resolve("tokenizer.json"),
        Files.readString(Fixtures.checkpoint("qwen2").resolve("tokenizer.json"))
            .replace("\"<pad>\"", "\"<padding>\""));

    RunEvent.Failed failed = (RunEvent.Failed) run(spec("cpu", other));

    assertThat(failed.kind()).isEqualTo(FailureKind.REQUEST);
    assertThat(failed.sentence()).contains("<pad>", "<padding>", "llama", "other");
    assertThat(library.calls()).isEmpty();
  }

  @Test
  void promptsThatAreNotThereAreNamed() throws IOException {
    Files.delete(prompts);

    assertThat(run(spec("cpu", Fixtures.checkpoint("qwen2"))))
        .isEqualTo(
            new RunEvent.Failed(
                "There is no prompt file " + prompts + "; give one that exists.",
                FailureKind.REQUEST));
  }

  @Test
  void anUnknownDeviceIsRefused() {
    assertThat(((RunEvent.Failed) run(spec("tpu", Fixtures.checkpoint("qwen2")))).sentence())
        .startsWith("There is no device tpu;");
    assertThat(library.calls()).isEmpty();
  }

  @Test
  void moreThreadsThanTheMachineHasAreRefusedBeforeTheTensorLibraryIsStarted() {
    RunSpec asked = spec("cpu", Fixtures.checkpoint("qwen2"));
    RunSpec withTooMany =
        new RunSpec(
            asked.target(),
            asked.draft(),
            asked.device(),
            99_999,
            asked.draftTokens(),
            asked.sampling(),
            asked.prompts(),
            asked.maxNewTokens(),
            asked.repeats(),
            asked.endOfSequence());
    List<Integer> started = new ArrayList<>();

    RunEvent last =
        session(
                threads -> {
                  started.add(threads);
                  return library;
                })
            .run(withTooMany, events::add, () -> false);

    assertThat(((RunEvent.Failed) last).sentence())
        .startsWith("The number of threads is 99999; give 1 to ");
    assertThat(((RunEvent.Failed) last).kind()).isEqualTo(FailureKind.REQUEST);
    assertThat(started).isEmpty();
  }

  @Test
  void aCancelledRunLoadsNothing() {
    EngineSession session = session(_ -> library);

    assertThat(session.run(spec("cpu", Fixtures.checkpoint("qwen2")), events::add, () -> true))
        .isEqualTo(new RunEvent.Cancelled());
    assertThat(library.calls()).isEmpty();
  }

  @Test
  void aRunThatIsCancelledInItsMiddleClosesItsModels() {
    RunEvent last =
        session(_ -> library)
            .run(
                spec("cpu", Fixtures.checkpoint("qwen2")),
                events::add,
                () -> !only(RunEvent.PairMeasured.class).isEmpty());

    assertThat(last).isEqualTo(new RunEvent.Cancelled());
    assertThat(only(RunEvent.PairMeasured.class)).hasSize(1);
    assertThat(library.calls()).contains("close qwen2", "close llama");
  }

  @Test
  void aFaultFailsTheRunWithItsInnermostReason() {
    RuntimeException fault =
        new IllegalStateException(
            "the model program failed",
            new IllegalStateException("Traceback\n  line 7\nRuntimeError: shapes differ\n\n"));

    assertThat(
            session(
                    _ -> {
                      throw fault;
                    })
                .run(spec("cpu", Fixtures.checkpoint("qwen2")), events::add, () -> false))
        .isEqualTo(
            new RunEvent.Failed(
                "The engine failed (RuntimeError: shapes differ): please report it, with the"
                    + " program's log.",
                FailureKind.ENGINE));
  }

  private RunEvent run(RunSpec spec) {
    return session(_ -> library).run(spec, events::add, () -> false);
  }

  private static EngineSession session(TensorLibrary.Starter starter) {
    return new EngineSession("1.2.3", starter, () -> new MemoryReading(1_000, 2_000));
  }

  private RunSpec spec(String device, Path draft) {
    return spec(device, Fixtures.checkpoint("llama"), draft);
  }

  private RunSpec spec(String device, Path target, Path draft) {
    return new RunSpec(
        new ModelChoice(target, Precision.F32),
        new ModelChoice(draft, Precision.BF16),
        device,
        1,
        List.of(3),
        Sampling.greedy(1),
        new PromptChoice(prompts, 10),
        6,
        1,
        EndOfSequence.IGNORE);
  }

  private List<String> milestones() {
    Predicate<RunEvent> seldom =
        event ->
            switch (event) {
              case RunEvent.MemoryRead _,
                  RunEvent.WarmingUp _,
                  RunEvent.FirstToken _,
                  RunEvent.Stepped _ ->
                  false;
              case RunEvent.Started _,
                  RunEvent.CeilingsMeasured _,
                  RunEvent.ModelLoaded _,
                  RunEvent.Planned _,
                  RunEvent.SideStarted _,
                  RunEvent.PairMeasured _,
                  RunEvent.TextReviewed _,
                  RunEvent.TokensNamed _,
                  RunEvent.Finished _,
                  RunEvent.Cancelled _,
                  RunEvent.Failed _ ->
                  true;
            };
    return List.copyOf(events).stream()
        .filter(seldom)
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private <T extends RunEvent> List<T> only(Class<T> type) {
    return List.copyOf(events).stream().filter(type::isInstance).map(type::cast).toList();
  }
}
