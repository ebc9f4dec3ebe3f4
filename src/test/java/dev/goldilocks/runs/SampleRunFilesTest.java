package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.Remarks;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunOrigin;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.Source;
import dev.goldilocks.bench.StepSpread;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.decode.ForeignFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of {@code sample-runs/}, and the article's figures as its tables give them. */
class SampleRunFilesTest {

  private static final Path FOLDER = Path.of("sample-runs");
  private static final String UNKNOWNS =
      " The speedup is the quotient of the two speeds and has no interval. Speed times time is"
          + " about 2,500 tokens on both sides, so the speeds seem to be over the whole time,"
          + " prompts included. Numbers of weights are those of the models' cards, rounded. What is"
          + " empty is not known here.";
  private static final String SAME_TABLES =
      "Reported, not measured here. The article itself says that its tables for the M2 and for the"
          + " T4 hold the same figures."
          + UNKNOWNS;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(FOLDER)) {
      return entries.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsARunNamedAfterItsIdAndTaggedAsASample(Path file) {
    RunRecord run = RunFileFormat.read(file).run();

    assertThat(file.getFileName().toString()).isEqualTo(run.id() + ".json");
    assertThat(run.tags()).contains("sample");
    assertThat(run.results()).isNotEmpty();
  }

  /** Lists do without the samples, so that a file must say how steady its machine was. */
  @ParameterizedTest
  @MethodSource("files")
  void everyFileTellsTheSpreadOfItsSteps(Path file) {
    RunRecord run = RunFileFormat.read(file).run();

    assertThat(RunFileFormat.readSummary(file).steps()).isEqualTo(StepSpread.of(run.samples()));
  }

  @Test
  void theArticleOnAnM2() {
    assertThat(read("article-m2-qwen2"))
        .isEqualTo(qwen2("article-m2-qwen2", "Article: Qwen2 on an M2", "Apple M2, 16 GB"));
  }

  @Test
  void theArticleOnAT4HasTheFiguresOfTheM2() {
    assertThat(read("article-t4-qwen2"))
        .isEqualTo(qwen2("article-t4-qwen2", "Article: Qwen2 on a T4", "NVIDIA T4"));
  }

  @Test
  void theArticleOnAnRtx6000() {
    assertThat(read("article-rtx6000-gemma2"))
        .isEqualTo(
            reported(
                "article-rtx6000-gemma2",
                "Article: Gemma 2 on an RTX 6000",
                "Reported, not measured here. Which kind of 8-bit the target was in is not known"
                    + " here."
                    + UNKNOWNS,
                "RTX 6000",
                model("gemma-2-27b-it", 27_200_000_000L, "8-bit"),
                model("gemma-2-2b-it", 2_610_000_000L, "f16"),
                OptionalInt.of(10),
                new SideFigures(11.80, Double.NaN, 211.83),
                new SideFigures(9.32, Double.NaN, 268.22)));
  }

  private static RunRecord qwen2(String id, String name, String device) {
    return reported(
        id,
        name,
        SAME_TABLES,
        device,
        model("Qwen2-1.5B", 1_540_000_000L, "f16"),
        model("Qwen2-0.5B", 494_000_000L, "f16"),
        OptionalInt.empty(),
        new SideFigures(26.23, Double.NaN, 95.32),
        new SideFigures(10.37, Double.NaN, 241.02));
  }

  private static RunRecord reported(
      String id,
      String name,
      String note,
      String device,
      ModelDescription target,
      ModelDescription draft,
      OptionalInt draftTokens,
      SideFigures baseline,
      SideFigures speculative) {
    double speedup = speculative.decodeTokensPerSecond() / baseline.decodeTokensPerSecond();
    return new RunRecord(
        new RunOrigin(
            id,
            Instant.parse("2026-11-23T00:00:00Z"),
            Provenance.REPORTED,
            new ReportedConditions(
                Optional.of(
                    new Source(
                        "The article that this project answers",
                        Optional.empty(),
                        Optional.of(note))),
                Optional.of(device),
                OptionalInt.empty(),
                draftTokens.stream().boxed().toList(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty()),
            target,
            draft,
            new Environment("", 0, 0, "", "", "", ""),
            Optional.empty()),
        new Remarks(
            name, List.of("sample", "article"), "Reported in the article, not measured here."),
        List.of(
            new RunResult(
                draftTokens,
                new Interval(speedup, Double.NaN, Double.NaN, 0),
                0,
                baseline,
                speculative,
                Double.NaN,
                List.of(),
                Double.NaN,
                Double.NaN,
                0,
                Optional.empty(),
                Ledger.UNKNOWN)),
        List.of(),
        TokenDetails.NONE);
  }

  private static ModelDescription model(String id, long parameters, String precision) {
    return new ModelDescription(id, "", parameters, 0, 0, 0, new ForeignFormat(precision));
  }

  private static RunRecord read(String id) {
    return RunFileFormat.read(FOLDER.resolve(id + ".json")).run();
  }
}
