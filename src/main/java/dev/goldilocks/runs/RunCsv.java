package dev.goldilocks.runs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.CategoryFigures;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Drift;
import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PolicyGain;
import dev.goldilocks.bench.Prediction;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Source;
import dev.goldilocks.bench.Steadiness;
import dev.goldilocks.bench.StepSpread;
import dev.goldilocks.decode.Sampling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs as comma-separated values after RFC 4180, in UTF-8: a header, then one row for each run and
 * K (one row without figures for a run that has none), then one for each of its prompt categories
 * and K, whose figures are of that category alone; {@code category} is empty in the rows of all
 * prompts. Names and units are those of the run file; every digit is kept; what is undefined is
 * empty. The same in every locale.
 */
public final class RunCsv {

  /** What the file of {@link #definitions} is called after the CSV's own name. */
  public static final String DEFINITIONS_SUFFIX = "-metadata.json";

  private static final List<Column> COLUMNS =
      List.of(
          run("id", "id of the run, unique", RunSummary::id),
          run("name", "what people call the run", RunSummary::name),
          run(
              "createdAt",
              "when it was started, or when a report was entered; ISO 8601 in UTC",
              RunSummary::createdAt),
          run(
              "provenance",
              "measured; reported: someone else's figures; timing-only: times are real, texts are"
                  + " not; cancelled, recovered: what was measured of a run that was cancelled, or"
                  + " that broke off",
              run -> run.provenance().label()),
          source("sourceTitle", "of a report: what its source is called", Source::title),
          source(
              "sourceAddress",
              "of a report: where its source is on the web",
              source -> source.address().orElse(null)),
          run(
              "tags",
              "words to find the run by, parted by semicolons",
              run -> String.join(";", run.tags())),
          run("note", "what people remark on it", RunSummary::note),
          run("target", "id of the target model", run -> run.target().id()),
          run(
              "targetParameters",
              "weights of the target, tied ones once",
              run -> known(run.target().parameters())),
          run(
              "targetPrecision",
              "format of the target's weights during the run",
              run -> precision(run.target())),
          run("draft", "id of the draft model, or prompt lookup", run -> run.draft().id()),
          run(
              "draftParameters",
              "weights of the draft, tied ones once",
              run -> known(run.draft().parameters())),
          run(
              "draftPrecision",
              "format of the draft's weights during the run",
              run -> precision(run.draft())),
          spec(
              "device",
              "where both models ran",
              RunSpec::device,
              reported -> reported.device().orElse(null)),
          spec(
              "threads",
              "threads of the device's kernels",
              RunSpec::threads,
              reported -> known(reported.threads())),
          sampling("temperature", "sampling temperature; 0 is greedy", Sampling::temperature),
          sampling("topK", "candidates that top-k leaves; 0 is all", Sampling::topK),
          sampling("topP", "probability mass that top-p leaves; 1 is all", Sampling::topP),
          sampling("seed", "seed of everything random", Sampling::seed),
          run("promptSet", "name of the prompt set", run -> PromptSets.name(run.spec())),
          run("prompts", "distinct prompts that were measured", run -> known(run.prompts())),
          spec(
              "maxNewTokens",
              "most tokens to write after a prompt",
              RunSpec::maxNewTokens,
              reported -> known(reported.maxNewTokens())),
          spec(
              "repeats",
              "pairs for each prompt and K",
              RunSpec::repeats,
              reported -> known(reported.repeats())),
          spec(
              "endOfSequence",
              "stop: that token ends a text; ignore: every text is as long",
              spec -> Labels.of(spec.endOfSequence()),
              reported -> reported.endOfSequence().map(Labels::of).orElse(null)),
          run("cpu", "the machine's processor", run -> run.environment().cpu()),
          run("cores", "its logical cores, usable", run -> known(run.environment().cores())),
          run(
              "memoryBytes",
              "its physical memory, in bytes",
              run -> known(run.environment().memoryBytes())),
          run("os", "operating system", run -> run.environment().os()),
          run("java", "version of Java", run -> run.environment().java()),
          run("torch", "version of libtorch", run -> run.environment().torch()),
          run("goldilocks", "version of Goldilocks", run -> run.environment().goldilocks()),
          result(
              "draftTokens",
              "K, the most tokens that a round drafts; or the policy that chooses it: 8@0.4 (a"
                  + " confidence threshold), heuristic..16, auto..16",
              result -> result.length().map(DraftLength::label).orElse(null)),
          result(
              "meanDraftTokens",
              "tokens that a round drafted, mean over the rounds that had room for the most K",
              result -> figure(result.meanDraftTokens())),
          category(
              "category",
              "kind of prompts that the row is about; empty for all prompts",
              CategoryFigures::category),
          category(
              "categoryPrompts",
              "distinct prompts of the category that were measured",
              CategoryFigures::prompts),
          result(
              "speedup",
              "geometric mean over pairs of speculative over baseline decode tokens/s; a pair is"
                  + " both sides back to back on one prompt",
              result -> figure(result.speedup().value())),
          result(
              "speedupLow",
              "lower end of its 95 % bootstrap interval, prompts resampled; empty under 8 prompts",
              result -> figure(result.speedup().low())),
          result(
              "speedupHigh",
              "upper end of that interval",
              result -> figure(result.speedup().high())),
          result(
              "pairs", "pairs behind the speedup", result -> known(result.speedup().knownPairs())),
          result(
              "pairsLeftOut",
              "pairs without a ratio, because a side wrote no token after the first",
              result -> result.speedup().knownPairs().isPresent() ? result.pairsLeftOut() : null),
          result(
              "baselineDecodeTokensPerSecond",
              "tokens after the first over the time after the first, pooled, of the target alone",
              result -> figure(result.baseline().decodeTokensPerSecond())),
          low(
              "baselineDecodeTokensPerSecondLow",
              result -> result.intervals().baseline().decodeTokensPerSecond()),
          high(
              "baselineDecodeTokensPerSecondHigh",
              result -> result.intervals().baseline().decodeTokensPerSecond()),
          result(
              "speculativeDecodeTokensPerSecond",
              "tokens after the first over the time after the first, pooled, of the target with its"
                  + " drafter",
              result -> figure(result.speculative().decodeTokensPerSecond())),
          low(
              "speculativeDecodeTokensPerSecondLow",
              result -> result.intervals().speculative().decodeTokensPerSecond()),
          high(
              "speculativeDecodeTokensPerSecondHigh",
              result -> result.intervals().speculative().decodeTokensPerSecond()),
          result(
              "baselineTimeToFirstTokenMs",
              "median time to read the prompt and choose the first token, in milliseconds, of the"
                  + " target alone",
              result -> figure(result.baseline().timeToFirstTokenMs())),
          low(
              "baselineTimeToFirstTokenMsLow",
              result -> result.intervals().baseline().timeToFirstTokenMs()),
          high(
              "baselineTimeToFirstTokenMsHigh",
              result -> result.intervals().baseline().timeToFirstTokenMs()),
          result(
              "speculativeTimeToFirstTokenMs",
              "median time to the first token with the drafter, in milliseconds, its reading of the"
                  + " prompt included",
              result -> figure(result.speculative().timeToFirstTokenMs())),
          low(
              "speculativeTimeToFirstTokenMsLow",
              result -> result.intervals().speculative().timeToFirstTokenMs()),
          high(
              "speculativeTimeToFirstTokenMsHigh",
              result -> result.intervals().speculative().timeToFirstTokenMs()),
          result(
              "baselineTotalSeconds",
              "time of all texts of the target alone, prompts included, in seconds",
              result -> figure(result.baseline().totalSeconds())),
          result(
              "speculativeTotalSeconds",
              "the same with the drafter",
              result -> figure(result.speculative().totalSeconds())),
          result(
              "acceptanceRate",
              "accepted over drafted tokens, pooled, 0 to 1; the correction or bonus token is not"
                  + " counted",
              result -> figure(result.acceptanceRate())),
          low("acceptanceRateLow", result -> result.intervals().acceptanceRate()),
          high("acceptanceRateHigh", result -> result.intervals().acceptanceRate()),
          result(
              "acceptanceByPosition",
              "of the rounds that drafted an i-th token, the share in which it was accepted; first"
                  + " position first, parted by semicolons",
              result -> figures(result.acceptanceByPosition())),
          result(
              "acceptanceByPositionLow",
              "lower ends of their 95 % bootstrap intervals, likewise",
              result -> figures(ends(result, Ends::low))),
          result(
              "acceptanceByPositionHigh",
              "upper ends of those intervals",
              result -> figures(ends(result, Ends::high))),
          result(
              "meanAcceptanceLength",
              "accepted tokens of a round plus the correction or bonus token, mean over the rounds"
                  + " that had room for the most K",
              result -> figure(result.meanAcceptanceLength())),
          low("meanAcceptanceLengthLow", result -> result.intervals().meanAcceptanceLength()),
          high("meanAcceptanceLengthHigh", result -> result.intervals().meanAcceptanceLength()),
          result(
              "alpha",
              "acceptance probability of one token, maximum likelihood: accepted over accepted plus"
                  + " rounds that saw a rejection",
              result -> figure(result.alpha())),
          low("alphaLow", result -> result.intervals().alpha()),
          high("alphaHigh", result -> result.intervals().alpha()),
          result(
              "roundMs",
              "wall time of a round, in milliseconds: the sum of the parts that follow",
              result -> figure(result.ledger().roundMs())),
          result("draftMs", "of it in the drafter", result -> figure(result.ledger().draftMs())),
          result(
              "verifyMs",
              "of it in the target's pass over the drafted tokens",
              result -> figure(result.ledger().verifyMs())),
          result(
              "acceptanceMs",
              "of it from the logits to the decision; empty where it is part of verifyMs",
              result -> figure(result.ledger().acceptanceMs())),
          result(
              "hostMs",
              "of it bookkeeping between the calls",
              result -> figure(result.ledger().hostMs())),
          result(
              "residualMs",
              "of it what no clock reading covers",
              result -> figure(result.ledger().residualMs())),
          prediction(
              "predictedTheoremSpeedup",
              "speedup predicted by Theorem 3.8 of Leviathan et al. 2023 from alpha, K and the"
                  + " draft's step",
              Prediction::theorem),
          prediction(
              "predictedWithVerificationSpeedup",
              "the same with the measured time of checking K + 1 tokens",
              Prediction::withVerification),
          prediction(
              "predictedWithOverheadSpeedup",
              "the same with the time that a round spends in neither model: the last prediction",
              Prediction::withOverhead),
          prediction(
              "predictedWithAcceptanceSpeedup",
              "the same with the measured mean acceptance length in place of a constant alpha's",
              Prediction::withAcceptance),
          prediction(
              "residualRatio", "measured speedup over the last prediction", Prediction::residual),
          prediction(
              "unexplainedRatio",
              "measured speedup over the prediction with the measured acceptance length",
              Prediction::unexplained),
          across(
              "oddsOfBest",
              "share of resamples of the prompts in which this K or policy is the fastest of its"
                  + " run, 0 to 1",
              subject ->
                  subject.result().map(result -> figure(subject.across().oddsOfBest(result)))),
          gain(
              "bestFixedDraftTokens",
              "of a policy: the fastest fixed K of its run",
              gain -> gain.bestFixed().label()),
          gain(
              "gainRatio",
              "of a policy: its speedup over that at the fastest fixed K, geometric mean over"
                  + " prompts",
              gain -> figure(gain.ratio().value())),
          gain(
              "gainRatioLow",
              "lower end of its 95 % bootstrap interval, prompts resampled",
              gain -> figure(gain.ratio().low())),
          gain("gainRatioHigh", "upper end of that interval", gain -> figure(gain.ratio().high())),
          drift(
              "driftBaselineRatio",
              "baseline decode tokens/s in the last third of the run over its first: the machine's"
                  + " own drift",
              drift -> drift.baseline().value()),
          drift(
              "driftBaselineRatioLow",
              "lower end of Welch's 95 % interval of it; one that does not hold 1 is significant",
              drift -> drift.baseline().low()),
          drift(
              "driftBaselineRatioHigh",
              "upper end of that interval",
              drift -> drift.baseline().high()),
          drift(
              "driftSpeedupRatio",
              "speedup in the last third of the run over that in its first",
              drift -> drift.speedup().value()),
          drift(
              "driftSpeedupRatioLow",
              "lower end of Welch's 95 % interval of it",
              drift -> drift.speedup().low()),
          drift(
              "driftSpeedupRatioHigh",
              "upper end of that interval",
              drift -> drift.speedup().high()),
          steps(
              "stepSpreadTenthPercentileRatio",
              "time that a step of the baseline takes for a token over the median of its text: the"
                  + " tenth percentile over all texts",
              StepSpread::tenthPercentile),
          steps(
              "stepSpreadNinetiethPercentileRatio",
              "the ninetieth percentile of the same; over "
                  + Steadiness.LARGEST_SPREAD
                  + " times the tenth, something else took the machine",
              StepSpread::ninetiethPercentile),
          result(
              "peakMemoryBytes",
              "peak resident memory of the engine process, in bytes; one reading a run, so it has"
                  + " no interval",
              result -> known(result.peakMemoryBytes())),
          result(
              "identical",
              "greedy pairs whose two texts are the same, id for id",
              result -> result.lossless().map(Lossless::identical).orElse(null)),
          result(
              "diverged",
              "greedy pairs whose two texts differ",
              result -> result.lossless().map(Lossless::diverged).orElse(null)));

  private RunCsv() {}

  /** The whole document; lines end with CR LF. */
  public static String write(List<RunRecord> runs) {
    Stream<String> header = Stream.of(line(COLUMNS.stream().map(Column::name)));
    Stream<String> rows = runs.stream().flatMap(RunCsv::rows);
    return Stream.concat(header, rows).collect(Collectors.joining());
  }

  /**
   * What each column means, in a document of its own beside the CSV, since a comment line in it
   * would be data to spreadsheets and to most readers: the metadata of Tabular Data on the Web (W3C
   * Recommendation of 17 December 2015), which lies beside {@code runs.csv} as {@code
   * runs.csv-metadata.json}.
   *
   * @param url the CSV's file name
   */
  public static String definitions(String url) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("@context", "http://www.w3.org/ns/csvw");
    document.put("url", url);
    ArrayNode columns = document.putObject("tableSchema").putArray("columns");
    for (Column column : COLUMNS) {
      columns
          .addObject()
          .put("name", column.name())
          .put("titles", column.name())
          .put("dc:description", column.definition());
    }
    return JsonLayout.text(document);
  }

  private static Stream<String> rows(RunRecord run) {
    RunSummary summary = RunSummary.of(run);
    AcrossPairs across = AcrossPairs.of(run);
    Stream<Subject> whole =
        run.results().isEmpty()
            ? Stream.of(new Subject(summary, across, Optional.empty(), Optional.empty()))
            : run.results().stream()
                .map(result -> new Subject(summary, across, Optional.of(result), Optional.empty()));
    Stream<Subject> categories =
        CategoryFigures.of(run).stream()
            .map(
                category ->
                    new Subject(
                        summary, across, Optional.of(category.figures()), Optional.of(category)));
    return Stream.concat(whole, categories).map(RunCsv::row);
  }

  private static String row(Subject subject) {
    return line(COLUMNS.stream().map(column -> text(column.value().apply(subject))));
  }

  private static String line(Stream<String> values) {
    return values.map(RunCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String value) {
    boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static Double figure(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }

  private static String figures(List<Double> figures) {
    return figures.stream().map(RunCsv::figure).map(RunCsv::text).collect(Collectors.joining(";"));
  }

  private static List<Double> ends(RunResult result, Function<Ends, Double> end) {
    return result.intervals().acceptanceByPosition().stream().map(end).toList();
  }

  private static Integer known(OptionalInt count) {
    return count.isPresent() ? count.getAsInt() : null;
  }

  private static Long known(long count) {
    return count == 0 ? null : count;
  }

  private static String precision(ModelDescription model) {
    return model.precision().label();
  }

  private static Column run(String name, String definition, Function<RunSummary, Object> value) {
    return new Column(name, definition, subject -> value.apply(subject.run()));
  }

  private static Column spec(
      String name,
      String definition,
      Function<RunSpec, Object> own,
      Function<ReportedConditions, Object> reported) {
    return run(
        name,
        definition,
        run ->
            switch (run.spec()) {
              case RunSpec spec -> own.apply(spec);
              case ReportedConditions conditions -> reported.apply(conditions);
            });
  }

  private static Column sampling(String name, String definition, Function<Sampling, Object> value) {
    return spec(
        name,
        definition,
        spec -> value.apply(spec.sampling()),
        reported -> reported.sampling().map(value).orElse(null));
  }

  private static Column source(String name, String definition, Function<Source, Object> value) {
    return spec(name, definition, _ -> null, reported -> reported.source().map(value).orElse(null));
  }

  private static Column result(String name, String definition, Function<RunResult, Object> value) {
    return new Column(name, definition, subject -> subject.result().map(value).orElse(null));
  }

  private static Column low(String name, Function<RunResult, Ends> interval) {
    return result(
        name,
        "lower end of its 95 % bootstrap interval, prompts resampled; empty under 8 prompts",
        result -> figure(interval.apply(result).low()));
  }

  private static Column high(String name, Function<RunResult, Ends> interval) {
    return result(
        name, "upper end of that interval", result -> figure(interval.apply(result).high()));
  }

  private static Column category(
      String name, String definition, Function<CategoryFigures, Object> value) {
    return new Column(name, definition, subject -> subject.category().map(value).orElse(null));
  }

  private static Column prediction(
      String name, String definition, Function<Prediction, Double> value) {
    return result(
        name,
        definition,
        result -> Prediction.of(result).map(value).map(RunCsv::figure).orElse(null));
  }

  /** What all pairs of a run tell belongs to no category. */
  private static Column across(
      String name, String definition, Function<Subject, Optional<Double>> value) {
    return new Column(
        name,
        definition,
        subject -> subject.category().isPresent() ? null : value.apply(subject).orElse(null));
  }

  private static Column gain(String name, String definition, Function<PolicyGain, Object> value) {
    return new Column(
        name,
        definition,
        subject ->
            subject.category().isPresent()
                ? null
                : subject.result().flatMap(subject.across()::gain).map(value).orElse(null));
  }

  private static Column drift(String name, String definition, Function<Drift, Double> value) {
    return across(
        name,
        definition,
        subject -> Optional.ofNullable(figure(value.apply(subject.across().steadiness().drift()))));
  }

  private static Column steps(String name, String definition, Function<StepSpread, Double> value) {
    return across(
        name,
        definition,
        subject -> Optional.ofNullable(figure(value.apply(subject.across().steadiness().steps()))));
  }

  /** What a row is about. */
  private record Subject(
      RunSummary run,
      AcrossPairs across,
      Optional<RunResult> result,
      Optional<CategoryFigures> category) {}

  private record Column(String name, String definition, Function<Subject, Object> value) {}
}
