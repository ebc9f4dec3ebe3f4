package dev.goldilocks.runs;

import static dev.goldilocks.runs.JsonFields.WhenMissing.REFUSE;
import static dev.goldilocks.runs.JsonFields.WhenMissing.UNKNOWN;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.FigureIntervals;
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
import dev.goldilocks.bench.RunConditions;
import dev.goldilocks.bench.RunOrigin;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.SideIntervals;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.bench.StepSpread;
import dev.goldilocks.bench.TextComparison;
import dev.goldilocks.bench.TokenLogit;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.Step;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.JsonFields.WhenMissing;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run from its JSON tree. The tree comes from outside: every field is checked, and the first that
 * is wrong is named.
 */
final class RunFromJson {

  private RunFromJson() {}

  static RunRecord run(JsonFields document) {
    RunSummary summary = summary(document);
    List<PairSample> samples = samples(document, summary.provenance());
    return new RunRecord(
        summary.origin(),
        summary.remarks(),
        results(document, summary, samples),
        samples,
        TokensFromJson.tokens(document, samples));
  }

  /** Files of before there were intervals lack them; their samples tell them. */
  private static List<RunResult> results(
      JsonFields document, RunSummary summary, List<PairSample> samples) {
    return switch (summary.spec()) {
      case RunSpec spec ->
          document.objects("results").stream().allMatch(result -> result.has("intervals"))
              ? summary.results()
              : summary.results().stream()
                  .map(
                      result ->
                          Figures.withIntervals(
                              result,
                              samples,
                              spec.maxNewTokens(),
                              new Bootstrap(Bootstrap.RESAMPLES_KEPT, spec.sampling().seed())))
                  .toList();
      case ReportedConditions _ -> summary.results();
    };
  }

  /** Everything but the samples, which the document may lack. */
  static RunSummary summary(JsonFields document) {
    RunOrigin origin = origin(document);
    WhenMissing whenMissing = whenMissing(origin.provenance());
    return new RunSummary(
        origin,
        new Remarks(
            document.text("name", REFUSE), document.texts("tags"), document.text("note", UNKNOWN)),
        document.object("spec").count("prompts", UNKNOWN),
        document
            .optionalObject("stepSpread", UNKNOWN)
            .map(RunFromJson::steps)
            .orElse(StepSpread.UNKNOWN),
        document.objects("results").stream().map(result -> result(result, whenMissing)).toList());
  }

  private static RunOrigin origin(JsonFields document) {
    Provenance provenance = Labels.provenance(document);
    JsonFields spec = document.object("spec");
    RunConditions conditions =
        switch (provenance) {
          case MEASURED, TIMING_ONLY, CANCELLED, RECOVERED -> spec(document);
          case REPORTED -> ReportedFromJson.conditions(document);
        };
    return new RunOrigin(
        document.text("id", REFUSE),
        createdAt(document),
        provenance,
        conditions,
        description(spec.object("target"), provenance),
        conditions instanceof RunSpec asked && asked.draft() instanceof PromptLookup
            ? PromptLookup.DESCRIPTION
            : description(spec.object("draft"), provenance),
        document
            .optionalObject("environment", whenMissing(provenance))
            .map(RunFromJson::environment)
            .orElseGet(() -> new Environment("", 0, 0, "", "", "", "")),
        document.optionalObject("ceilings", UNKNOWN).map(RunFromJson::limits));
  }

  private static StepSpread steps(JsonFields spread) {
    return new StepSpread(
        spread.figure("tenthPercentileRatio"), spread.figure("ninetiethPercentileRatio"));
  }

  private static PassLimits limits(JsonFields ceilings) {
    try {
      return new PassLimits(
          ceilings.longCount("targetBytesRead"),
          ceilings.longCount("targetOperationsPerToken"),
          ceilings.number("readBytesPerSecond"),
          ceilings.number("operationsPerSecond"));
    } catch (IllegalArgumentException e) {
      throw ceilings.wrong("readBytesPerSecond", "more than 0, as the fields beside it");
    }
  }

  private static List<PairSample> samples(JsonFields document, Provenance provenance) {
    return document.objects("samples", whenMissing(provenance)).stream()
        .map(RunFromJson::sample)
        .toList();
  }

  /** Someone else's report seldom says everything; this program's own runs always do. */
  private static WhenMissing whenMissing(Provenance provenance) {
    return switch (provenance) {
      case MEASURED, TIMING_ONLY, CANCELLED, RECOVERED -> REFUSE;
      case REPORTED -> UNKNOWN;
    };
  }

  private static Instant createdAt(JsonFields document) {
    String text = document.text("createdAt", REFUSE);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw document.wrong("createdAt", "a time like 2026-11-23T10:00:00Z");
    }
  }

  private static RunSpec spec(JsonFields document) {
    JsonFields spec = document.object("spec");
    ModelChoice target = choice(spec.object("target"));
    DraftChoice draft = draft(spec);
    String device = spec.text("device", REFUSE);
    int threads = spec.count("threads");
    List<DraftLength> lengths = spec.draftLengths("draftTokens");
    Sampling sampling = sampling(spec);
    PromptChoice prompts = prompts(spec);
    int maxNewTokens = spec.count("maxNewTokens");
    int repeats = spec.count("repeats");
    EndOfSequence endOfSequence = Labels.endOfSequence(spec);
    try {
      return new RunSpec(
          target,
          draft,
          device,
          threads,
          new DraftLengths(lengths),
          sampling,
          prompts,
          maxNewTokens,
          repeats,
          endOfSequence);
    } catch (ProblemException e) {
      throw document.impossible("spec", e);
    }
  }

  private static DraftChoice draft(JsonFields spec) {
    return switch (spec.text("drafter", REFUSE)) {
      case RunFileFormat.DRAFT_MODEL -> choice(spec.object("draft"));
      case PromptLookup.LABEL -> {
        int longestMatch = spec.count("longestMatch");
        try {
          yield new PromptLookup(longestMatch);
        } catch (ProblemException e) {
          throw spec.impossible("longestMatch", e);
        }
      }
      default ->
          throw spec.notOneOf("drafter", List.of(RunFileFormat.DRAFT_MODEL, PromptLookup.LABEL));
    };
  }

  static void requireDraftModel(JsonFields spec, String drafter) {
    if (!drafter.equals(RunFileFormat.DRAFT_MODEL)) {
      throw spec.notOneOf("drafter", List.of(RunFileFormat.DRAFT_MODEL));
    }
  }

  private static ModelChoice choice(JsonFields model) {
    return new ModelChoice(path(model, "directory", REFUSE), Labels.precision(model));
  }

  private static ModelDescription description(JsonFields model, Provenance provenance) {
    return new ModelDescription(
        model.text("id", REFUSE),
        model.text("architecture", UNKNOWN),
        model.longCount("parameters", UNKNOWN),
        model.count("layers", UNKNOWN),
        model.count("hiddenSize", UNKNOWN),
        model.count("vocabularySize", UNKNOWN),
        switch (provenance) {
          case MEASURED, TIMING_ONLY, CANCELLED, RECOVERED -> Labels.precision(model);
          case REPORTED -> ReportedFromJson.precision(model);
        },
        Labels.weights(model));
  }

  private static Sampling sampling(JsonFields spec) {
    JsonFields sampling = spec.object("sampling");
    double temperature = sampling.number("temperature");
    int topK = sampling.count("topK");
    double topP = sampling.number("topP");
    long seed = sampling.wholeNumber("seed");
    try {
      return new Sampling(temperature, topK, topP, seed);
    } catch (ProblemException e) {
      throw spec.impossible("sampling", e);
    }
  }

  private static PromptChoice prompts(JsonFields spec) {
    boolean fileIsKnown = spec.has("promptFile");
    String limitField = fileIsKnown ? "promptLimit" : "prompts";
    Path file = path(spec, fileIsKnown ? "promptFile" : "promptSet", UNKNOWN);
    int limit = spec.has(limitField) ? spec.count(limitField) : Integer.MAX_VALUE;
    try {
      return new PromptChoice(file, limit);
    } catch (ProblemException e) {
      throw spec.impossible(limitField, e);
    }
  }

  private static Path path(JsonFields fields, String name, WhenMissing whenMissing) {
    String text = fields.text(name, whenMissing);
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw fields.wrong(name, "a path that this system can have");
    }
  }

  private static Environment environment(JsonFields environment) {
    return new Environment(
        environment.text("cpu", UNKNOWN),
        environment.count("cores", UNKNOWN),
        environment.longCount("memoryBytes", UNKNOWN),
        environment.text("os", UNKNOWN),
        environment.text("java", UNKNOWN),
        environment.text("torch", UNKNOWN),
        environment.text("goldilocks", UNKNOWN));
  }

  private static RunResult result(JsonFields result, WhenMissing whenMissing) {
    Optional<DraftLength> length = result.draftLength("draftTokens", whenMissing);
    return new RunResult(
        length,
        meanDraftTokens(result, length, whenMissing),
        interval(result.object("speedup")),
        result.count("pairsLeftOut", UNKNOWN),
        side(result.object("baseline")),
        side(result.object("speculative")),
        result.figure("acceptanceRate"),
        result.figures("acceptanceByPosition"),
        result.figure("meanAcceptanceLength"),
        result.figure("alpha"),
        result.longCount("peakMemoryBytes", UNKNOWN),
        result
            .optionalObject("lossless", UNKNOWN)
            .map(lossless -> new Lossless(lossless.count("identical"), lossless.count("diverged"))),
        result.optionalObject("ledger", UNKNOWN).map(RunFromJson::ledger).orElse(Ledger.UNKNOWN),
        result
            .optionalObject("intervals", UNKNOWN)
            .map(RunFromJson::intervals)
            .orElse(FigureIntervals.NONE));
  }

  private static FigureIntervals intervals(JsonFields intervals) {
    return new FigureIntervals(
        sideIntervals(intervals.object("baseline")),
        sideIntervals(intervals.object("speculative")),
        ends(intervals.object("acceptanceRate")),
        intervals.objects("acceptanceByPosition").stream().map(RunFromJson::ends).toList(),
        ends(intervals.object("meanAcceptanceLength")),
        ends(intervals.object("alpha")));
  }

  private static SideIntervals sideIntervals(JsonFields side) {
    return new SideIntervals(
        ends(side.object("decodeTokensPerSecond")), ends(side.object("timeToFirstTokenMs")));
  }

  private static Ends ends(JsonFields ends) {
    return new Ends(ends.figure("low"), ends.figure("high"));
  }

  /** This program's own files of before there were policies leave it out: K was drafted. */
  private static double meanDraftTokens(
      JsonFields result, Optional<DraftLength> length, WhenMissing whenMissing) {
    if (result.has("meanDraftTokens")) {
      return result.figure("meanDraftTokens");
    }
    return switch (whenMissing) {
      case REFUSE ->
          length
              .filter(each -> !each.isAdaptive())
              .map(each -> (double) each.most())
              .orElse(Double.NaN);
      case UNKNOWN -> Double.NaN;
    };
  }

  private static Ledger ledger(JsonFields ledger) {
    return new Ledger(
        ledger.figure("roundMs"),
        ledger.figure("draftMs"),
        ledger.figure("verifyMs"),
        ledger.figure("acceptanceMs"),
        ledger.figure("hostMs"),
        ledger.figure("residualMs"));
  }

  private static Interval interval(JsonFields interval) {
    return new Interval(
        interval.figure("value"),
        interval.figure("low"),
        interval.figure("high"),
        interval.count("pairs", UNKNOWN));
  }

  private static SideFigures side(JsonFields figures) {
    return new SideFigures(
        figures.figure("decodeTokensPerSecond"),
        figures.figure("timeToFirstTokenMs"),
        figures.figure("totalSeconds"));
  }

  private static PairSample sample(JsonFields sample) {
    Prompt prompt =
        new Prompt(
            sample.text("prompt", REFUSE),
            sample.text("category", REFUSE),
            sample.text("promptText", REFUSE));
    DraftLength length = sample.draftLength("draftTokens", REFUSE).orElseThrow();
    PairPlan plan =
        new PairPlan(
            sample.count("pair"), prompt, length, sample.count("repeat"), Labels.first(sample));
    return new PairSample(
        plan,
        sample.count("promptTokens"),
        sideSample(sample.object("baseline"), "steps", 0),
        sideSample(sample.object("speculative"), "rounds", length.most()),
        comparison(sample.object("comparison")));
  }

  private static TextComparison comparison(JsonFields comparison) {
    return switch (comparison.text("outcome", REFUSE)) {
      case Labels.IDENTICAL -> new TextComparison.Identical();
      case Labels.DIVERGED ->
          new TextComparison.Diverged(
              comparison.count("position"),
              comparison.figure("logitGap"),
              comparison.objects("logits", UNKNOWN).stream()
                  .map(logit -> new TokenLogit(logit.count("id"), logit.figure("logit")))
                  .toList());
      case Labels.NOT_COMPARED -> new TextComparison.NotCompared();
      default ->
          throw comparison.notOneOf(
              "outcome", List.of(Labels.IDENTICAL, Labels.DIVERGED, Labels.NOT_COMPARED));
    };
  }

  private static SideSample sideSample(JsonFields side, String stepsName, int mostDrafted) {
    Generation generation =
        new Generation(
            side.counts("ids"),
            side.longCount("prefillNanos"),
            side.objects(stepsName).stream().map(step -> step(step, mostDrafted)).toList());
    return new SideSample(generation, side.text("text", REFUSE));
  }

  private static Step step(JsonFields step, int mostDrafted) {
    List<Integer> emitted = step.counts("emitted");
    if (!step.has("drafted")) {
      return new Step.Plain(emitted, step.longCount("nanos"));
    }
    List<Integer> drafted = step.counts("drafted");
    if (drafted.size() > mostDrafted) {
      throw step.wrong("drafted", "at most " + mostDrafted + " tokens, the sample's draftTokens");
    }
    int accepted = step.count("accepted");
    if (accepted > drafted.size()) {
      throw step.wrong("accepted", "at most the number of drafted tokens, " + drafted.size());
    }
    return new Step.Round(drafted, accepted, emitted, time(step));
  }

  private static RoundTime time(JsonFields round) {
    long draft = round.longCount("draftNanos");
    long verify = round.longCount("verifyNanos");
    long total = round.longCount("totalNanos");
    if (!round.has("hostNanos")) {
      return new RoundTime(draft, verify, total);
    }
    OptionalLong acceptance =
        round.has("acceptanceNanos")
            ? OptionalLong.of(round.longCount("acceptanceNanos"))
            : OptionalLong.empty();
    return new RoundTime(draft, verify, acceptance, round.longCount("hostNanos"), total);
  }
}
