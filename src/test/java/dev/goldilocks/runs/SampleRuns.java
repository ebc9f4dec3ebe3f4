package dev.goldilocks.runs;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.Figures;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.PassLimits;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.Remarks;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunOrigin;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Side;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.bench.Source;
import dev.goldilocks.bench.TextComparison;
import dev.goldilocks.bench.TextProbabilities;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.bench.TokenLogit;
import dev.goldilocks.bench.TokenOdds;
import dev.goldilocks.bench.Weights;
import dev.goldilocks.bench.WrittenToken;
import dev.goldilocks.decode.ForeignFormat;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.Step;
import dev.goldilocks.decode.TokenText;
import dev.goldilocks.decode.UnstatedFormat;
import dev.goldilocks.decode.WeightFormat;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Runs for tests: small, and with every kind of value that a run can hold. */
public final class SampleRuns {

  private SampleRuns() {}

  /** A measured sweep over K = 2 and 4, with three samples. */
  public static RunRecord measured() {
    return new RunRecord(
        new RunOrigin(
            "2026-11-23-a1",
            Instant.parse("2026-11-23T10:00:00Z"),
            Provenance.MEASURED,
            spec(),
            model("GoldilocksCoder-9M", 9_100_000, 8, 256),
            model("GoldilocksCoder-0.7M", 700_000, 2, 96),
            environment(),
            Optional.of(new PassLimits(9_100_000, 18_200_000, 34.5e9, 750.5e9))),
        new Remarks(
            "Coder, \"bundled\" | naïve", List.of("quiet machine", "int8"), "First try.\nFan off."),
        List.of(
            new RunResult(
                2,
                new Interval(1.25, 1.2, 1.3125, 2),
                1,
                new SideFigures(212.5, 14.25, 1.875),
                new SideFigures(265.625, 16.5, 1.5625),
                0.8125,
                List.of(0.875, 0.75),
                2.625,
                0.8,
                123_456_789L,
                Optional.of(new Lossless(2, 1)),
                new Ledger(10, 2, 7, 0.5, 0.4, 0.1)),
            new RunResult(
                4,
                new Interval(Double.NaN, Double.NaN, Double.NaN, 0),
                0,
                new SideFigures(Double.NaN, Double.NaN, Double.NaN),
                new SideFigures(Double.NaN, Double.NaN, Double.NaN),
                Double.NaN,
                List.of(0.5, Double.NaN),
                Double.NaN,
                Double.NaN,
                0,
                Optional.empty(),
                Ledger.UNKNOWN)),
        List.of(
            sample(0, "q1", Side.BASELINE, new TextComparison.Identical()),
            sample(1, "q2", Side.SPECULATIVE, new TextComparison.Diverged(2, 0.0078125)),
            sample(2, "q2", Side.BASELINE, new TextComparison.NotCompared())),
        TokenDetails.NONE);
  }

  /** The measured run with what the models say of its tokens, and the logits where texts part. */
  public static RunRecord withTokens() {
    RunRecord run = measured();
    TextComparison diverged =
        new TextComparison.Diverged(
            2,
            0.0078125,
            List.of(
                new TokenLogit(13, 12.5078125),
                new TokenLogit(99, 12.5),
                new TokenLogit(7, -0.25)));
    PairSample second = run.samples().get(1);
    return new RunRecord(
        withoutLimits(run.origin()),
        run.remarks(),
        run.results(),
        List.of(
            run.samples().get(0),
            new PairSample(
                second.plan(),
                second.promptTokens(),
                second.baseline(),
                second.speculative(),
                diverged),
            run.samples().get(2)),
        new TokenDetails(
            Map.of(
                11, new TokenText.Characters("Foo"),
                12, new TokenText.Characters(" {\n"),
                13, new TokenText.Bytes("e282"),
                14, new TokenText.Characters("<|endoftext|>"),
                99, new TokenText.Characters("é\t")),
            List.of(
                new TextProbabilities(
                    List.of(0, 1),
                    List.of(
                        new WrittenToken(new TokenOdds(11, 0.9987, 0.75), List.of()),
                        new WrittenToken(new TokenOdds(12, 1, 0.03125), List.of()),
                        new WrittenToken(
                            new TokenOdds(13, 0.5001, 1.25e-7),
                            List.of(new TokenOdds(99, 0.4999, 0.875), new TokenOdds(7, 0, 0.0625))),
                        new WrittenToken(new TokenOdds(14, 0.625, Double.NaN), List.of()))))));
  }

  /** Someone else's figures: speeds and times, and little more. */
  public static RunRecord reported() {
    return new RunRecord(
        new RunOrigin(
            "article-rtx6000",
            Instant.parse("2025-06-01T00:00:00Z"),
            Provenance.REPORTED,
            new ReportedConditions(
                Optional.of(
                    new Source(
                        "An article",
                        Optional.of(URI.create("https://example.org/article")),
                        Optional.of("Its tables, as printed."))),
                Optional.of("RTX 6000"),
                OptionalInt.empty(),
                List.of(10),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty()),
            reportedModel("gemma-2-27b-it", new ForeignFormat("8-bit")),
            reportedModel("gemma-2-2b-it", new ForeignFormat("f16")),
            new Environment("", 0, 0, "", "", "", ""),
            Optional.empty()),
        Remarks.named("Article, RTX 6000"),
        List.of(reportedResult(OptionalInt.of(10))),
        List.of(),
        TokenDetails.NONE);
  }

  /** The least that a report can say: two speeds, at a K and in precisions that nobody knows. */
  public static RunRecord hearsay() {
    return new RunRecord(
        new RunOrigin(
            "hearsay",
            Instant.parse("2025-06-02T00:00:00Z"),
            Provenance.REPORTED,
            new ReportedConditions(
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty()),
            reportedModel("big", new UnstatedFormat()),
            reportedModel("small", new UnstatedFormat()),
            new Environment("", 0, 0, "", "", "", ""),
            Optional.empty()),
        Remarks.named("Hearsay"),
        List.of(reportedResult(OptionalInt.empty())),
        List.of(),
        TokenDetails.NONE);
  }

  /** A report as it was written before it could leave out what its source does not say. */
  static RunRecord earlierReport() {
    return new RunRecord(
        new RunOrigin(
            "article-rtx6000",
            Instant.parse("2025-06-01T00:00:00Z"),
            Provenance.REPORTED,
            new ReportedConditions(
                Optional.empty(),
                Optional.of("cuda"),
                OptionalInt.of(1),
                List.of(10),
                Optional.of(Sampling.greedy(0)),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(2500),
                OptionalInt.of(1),
                Optional.of(EndOfSequence.IGNORE)),
            new ModelDescription("gemma-2-27b-it", "", 27_200_000_000L, 0, 0, 0, Precision.INT8),
            new ModelDescription("gemma-2-2b-it", "", 2_600_000_000L, 0, 0, 0, Precision.BF16),
            new Environment("", 0, 0, "", "", "", ""),
            Optional.empty()),
        Remarks.named("Article, RTX 6000"),
        List.of(
            new RunResult(
                OptionalInt.of(10),
                new Interval(0.79, Double.NaN, Double.NaN, 0),
                0,
                new SideFigures(11.8, Double.NaN, Double.NaN),
                new SideFigures(9.32, Double.NaN, Double.NaN),
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

  private static ModelDescription reportedModel(String id, WeightFormat precision) {
    return new ModelDescription(id, "", 0, 0, 0, 0, precision);
  }

  private static RunResult reportedResult(OptionalInt draftTokens) {
    return new RunResult(
        draftTokens,
        new Interval(0.79, Double.NaN, Double.NaN, 0),
        0,
        new SideFigures(11.8, Double.NaN, 211.83),
        new SideFigures(9.32, Double.NaN, 268.22),
        Double.NaN,
        List.of(),
        Double.NaN,
        Double.NaN,
        0,
        Optional.empty(),
        Ledger.UNKNOWN);
  }

  /** The measured run, had policies chosen K: one pair with each of them, the last at K = 2. */
  public static RunRecord withPolicies() {
    RunRecord run = measured();
    List<DraftLength> lengths =
        List.of(
            new DraftLength.Fixed(2),
            new DraftLength.Confident(8, 0.4),
            new DraftLength.Predicted(16));
    List<PairSample> samples =
        IntStream.range(0, lengths.size())
            .mapToObj(index -> at(lengths.get(index), run.samples().get(index)))
            .toList();
    return new RunRecord(
        new RunOrigin(
            "2026-11-23-a2",
            run.createdAt(),
            run.provenance(),
            spec().withLengths(new DraftLengths(lengths)),
            run.target(),
            run.draft(),
            run.environment(),
            Optional.empty()),
        Remarks.named(run.name()),
        Figures.results(samples, 128, 123_456_789L, new Bootstrap(100, 0)),
        samples,
        TokenDetails.NONE);
  }

  /**
   * Ten prompts at K = 2, K = 4 and with a policy. The speedups on prompt i are 1.2, 1.5 and 1.8,
   * each 1 + i / 100 times as large; the target alone becomes half as fast after the fifth prompt.
   */
  public static RunRecord swept() {
    RunRecord run = measured();
    List<DraftLength> lengths =
        List.of(new DraftLength.Fixed(2), new DraftLength.Fixed(4), new DraftLength.Predicted(16));
    List<PairSample> samples = new ArrayList<>();
    for (int prompt = 0; prompt < 10; prompt++) {
      long alone = prompt < 5 ? 9_000_000 : 18_000_000;
      for (int index = 0; index < lengths.size(); index++) {
        double ratio = (1.2 + 0.3 * index) * (1 + prompt / 100.0);
        PairPlan plan =
            new PairPlan(
                samples.size(),
                new Prompt("p" + prompt, "code", "prompt " + prompt),
                lengths.get(index),
                0,
                Side.BASELINE);
        samples.add(
            new PairSample(
                plan,
                5,
                new SideSample(
                    new Generation(
                        List.of(1, 2, 3, 4),
                        1_000_000,
                        List.of(new Step.Plain(List.of(2, 3, 4), alone))),
                    "text"),
                new SideSample(
                    new Generation(
                        List.of(1, 2, 3, 4),
                        1_000_000,
                        List.of(drafted(Math.round(alone / ratio)))),
                    "text"),
                new TextComparison.Identical()));
      }
    }
    return new RunRecord(
        new RunOrigin(
            "2026-11-23-a3",
            run.createdAt(),
            run.provenance(),
            spec().withLengths(new DraftLengths(lengths)),
            run.target(),
            run.draft(),
            run.environment(),
            Optional.empty()),
        Remarks.named("Swept"),
        Figures.results(samples, 128, 123_456_789L, new Bootstrap(Bootstrap.RESAMPLES_KEPT, -7)),
        samples,
        TokenDetails.NONE);
  }

  /** A round of two drafted and accepted tokens and a bonus, a third of its time drafting. */
  private static Step.Round drafted(long nanos) {
    return new Step.Round(
        List.of(2, 3), 2, List.of(2, 3, 4), new RoundTime(nanos / 3, nanos - nanos / 3, nanos));
  }

  private static PairSample at(DraftLength length, PairSample sample) {
    PairPlan plan = sample.plan();
    return new PairSample(
        new PairPlan(plan.index(), plan.prompt(), length, plan.repeat(), plan.first()),
        sample.promptTokens(),
        sample.baseline(),
        sample.speculative(),
        sample.comparison());
  }

  /** The measured run, had it drafted by prompt lookup. */
  public static RunRecord withPromptLookup() {
    RunRecord run = measured();
    RunSpec asked = spec();
    return new RunRecord(
        new RunOrigin(
            run.id(),
            run.createdAt(),
            run.provenance(),
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
                asked.endOfSequence()),
            run.target(),
            PromptLookup.DESCRIPTION,
            run.environment(),
            run.limits()),
        run.remarks(),
        run.results(),
        run.samples(),
        run.tokens());
  }

  /** The measured run, its target's weights drawn at random. */
  public static RunRecord ofRandomWeights() {
    return ofRandomWeights(measured());
  }

  /** A run, its target's weights drawn at random. */
  public static RunRecord ofRandomWeights(RunRecord run) {
    ModelDescription target = run.target();
    return new RunRecord(
        new RunOrigin(
            run.id(),
            run.createdAt(),
            Provenance.TIMING_ONLY,
            run.spec(),
            new ModelDescription(
                "random-target",
                target.architecture(),
                target.parameters(),
                target.layers(),
                target.hiddenSize(),
                target.vocabularySize(),
                target.precision(),
                Weights.RANDOM),
            run.draft(),
            run.environment(),
            run.limits()),
        run.remarks(),
        run.results(),
        run.samples(),
        run.tokens());
  }

  /** The measured run with figures that come from elsewhere, or from a part of it. */
  static RunRecord measured(Provenance provenance) {
    RunRecord run = measured();
    return new RunRecord(
        new RunOrigin(
            run.id(),
            run.createdAt(),
            provenance,
            run.spec(),
            run.target(),
            run.draft(),
            run.environment(),
            run.limits()),
        run.remarks(),
        run.results(),
        run.samples(),
        run.tokens());
  }

  /** The measured run under another id and name. */
  public static RunRecord named(String id, String name) {
    return named(id, name, measured().createdAt());
  }

  /** The measured run under another id and name, made at another time. */
  public static RunRecord named(String id, String name, Instant createdAt) {
    RunRecord run = measured();
    return new RunRecord(
        new RunOrigin(
            id,
            createdAt,
            run.provenance(),
            run.spec(),
            run.target(),
            run.draft(),
            run.environment(),
            run.limits()),
        new Remarks(name, run.tags(), run.note()),
        run.results(),
        run.samples(),
        run.tokens());
  }

  /** The same on a machine whose ceilings nobody measured. */
  public static RunOrigin withoutLimits(RunOrigin origin) {
    return new RunOrigin(
        origin.id(),
        origin.createdAt(),
        origin.provenance(),
        origin.spec(),
        origin.target(),
        origin.draft(),
        origin.environment(),
        Optional.empty());
  }

  /** What was asked of the measured run. */
  public static RunSpec spec() {
    return new RunSpec(
        new ModelChoice(Path.of("models", "coder-9m"), Precision.INT8),
        new ModelChoice(Path.of("models", "coder-0.7m"), Precision.BF16),
        "cpu",
        2,
        List.of(2, 4),
        new Sampling(0.5, 40, 0.95, -7),
        new PromptChoice(Path.of("code.jsonl"), 40),
        128,
        3,
        EndOfSequence.STOP);
  }

  private static ModelDescription model(String id, long parameters, int layers, int hiddenSize) {
    Precision precision = parameters > 1_000_000 ? Precision.INT8 : Precision.BF16;
    return new ModelDescription(
        id, "LlamaForCausalLM", parameters, layers, hiddenSize, 4096, precision);
  }

  private static Environment environment() {
    return new Environment(
        "Some CPU @ 2.00GHz", 2, 25_000_000_000L, "Linux 6.1", "25.0.1", "2.7.1", "0.1.0");
  }

  private static PairSample sample(int index, String prompt, Side first, TextComparison outcome) {
    return new PairSample(
        new PairPlan(index, new Prompt(prompt, "code", "public class\n\t{é"), 2, index, first),
        5,
        new SideSample(
            new Generation(
                List.of(11, 12, 13, 14),
                14_250_001,
                List.of(
                    new Step.Plain(List.of(12, 13), 9_400_003),
                    new Step.Plain(List.of(14), 4_700_007))),
            "Foo { }"),
        new SideSample(
            new Generation(
                List.of(11, 12, 13, 14),
                16_500_009,
                List.of(
                    new Step.Round(
                        List.of(12, 99),
                        1,
                        List.of(12, 13),
                        new RoundTime(
                            1_000_001, 4_900_002, OptionalLong.of(100_000), 90_000, 6_100_000)),
                    new Step.Round(
                        List.of(),
                        0,
                        List.of(14),
                        new RoundTime(0, 4_800_000, OptionalLong.empty(), 70_000, 4_900_000)))),
            "Foo { }"),
        outcome);
  }
}
