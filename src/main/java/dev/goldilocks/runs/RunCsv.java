package dev.goldilocks.runs;

import dev.goldilocks.bench.CategoryFigures;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Source;
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

  private static final List<Column> COLUMNS =
      List.of(
          run("id", RunSummary::id),
          run("name", RunSummary::name),
          run("createdAt", RunSummary::createdAt),
          run("provenance", run -> run.provenance().label()),
          source("sourceTitle", Source::title),
          source("sourceAddress", source -> source.address().orElse(null)),
          run("tags", run -> String.join(";", run.tags())),
          run("note", RunSummary::note),
          run("target", run -> run.target().id()),
          run("targetParameters", run -> known(run.target().parameters())),
          run("targetPrecision", run -> precision(run.target())),
          run("draft", run -> run.draft().id()),
          run("draftParameters", run -> known(run.draft().parameters())),
          run("draftPrecision", run -> precision(run.draft())),
          spec("device", RunSpec::device, reported -> reported.device().orElse(null)),
          spec("threads", RunSpec::threads, reported -> known(reported.threads())),
          sampling("temperature", Sampling::temperature),
          sampling("topK", Sampling::topK),
          sampling("topP", Sampling::topP),
          sampling("seed", Sampling::seed),
          run("promptSet", run -> PromptSets.name(run.spec())),
          run("prompts", run -> known(run.prompts())),
          spec("maxNewTokens", RunSpec::maxNewTokens, reported -> known(reported.maxNewTokens())),
          spec("repeats", RunSpec::repeats, reported -> known(reported.repeats())),
          spec(
              "endOfSequence",
              spec -> Labels.of(spec.endOfSequence()),
              reported -> reported.endOfSequence().map(Labels::of).orElse(null)),
          run("cpu", run -> run.environment().cpu()),
          run("cores", run -> known(run.environment().cores())),
          run("memoryBytes", run -> known(run.environment().memoryBytes())),
          run("os", run -> run.environment().os()),
          run("java", run -> run.environment().java()),
          run("torch", run -> run.environment().torch()),
          run("goldilocks", run -> run.environment().goldilocks()),
          result("draftTokens", result -> result.length().map(DraftLength::label).orElse(null)),
          result("meanDraftTokens", result -> figure(result.meanDraftTokens())),
          category("category", CategoryFigures::category),
          category("categoryPrompts", CategoryFigures::prompts),
          result("speedup", result -> figure(result.speedup().value())),
          result("speedupLow", result -> figure(result.speedup().low())),
          result("speedupHigh", result -> figure(result.speedup().high())),
          result("pairs", result -> known(result.speedup().knownPairs())),
          result(
              "pairsLeftOut",
              result -> result.speedup().knownPairs().isPresent() ? result.pairsLeftOut() : null),
          result(
              "baselineDecodeTokensPerSecond",
              result -> figure(result.baseline().decodeTokensPerSecond())),
          result(
              "speculativeDecodeTokensPerSecond",
              result -> figure(result.speculative().decodeTokensPerSecond())),
          result(
              "baselineTimeToFirstTokenMs",
              result -> figure(result.baseline().timeToFirstTokenMs())),
          result(
              "speculativeTimeToFirstTokenMs",
              result -> figure(result.speculative().timeToFirstTokenMs())),
          result("baselineTotalSeconds", result -> figure(result.baseline().totalSeconds())),
          result("speculativeTotalSeconds", result -> figure(result.speculative().totalSeconds())),
          result("acceptanceRate", result -> figure(result.acceptanceRate())),
          result("acceptanceByPosition", result -> figures(result.acceptanceByPosition())),
          result("meanAcceptanceLength", result -> figure(result.meanAcceptanceLength())),
          result("alpha", result -> figure(result.alpha())),
          result("roundMs", result -> figure(result.ledger().roundMs())),
          result("draftMs", result -> figure(result.ledger().draftMs())),
          result("verifyMs", result -> figure(result.ledger().verifyMs())),
          result("acceptanceMs", result -> figure(result.ledger().acceptanceMs())),
          result("hostMs", result -> figure(result.ledger().hostMs())),
          result("residualMs", result -> figure(result.ledger().residualMs())),
          result("peakMemoryBytes", result -> known(result.peakMemoryBytes())),
          result("identical", result -> result.lossless().map(Lossless::identical).orElse(null)),
          result("diverged", result -> result.lossless().map(Lossless::diverged).orElse(null)));

  private RunCsv() {}

  /** The whole document; lines end with CR LF. */
  public static String write(List<RunRecord> runs) {
    Stream<String> header = Stream.of(line(COLUMNS.stream().map(Column::name)));
    Stream<String> rows = runs.stream().flatMap(RunCsv::rows);
    return Stream.concat(header, rows).collect(Collectors.joining());
  }

  private static Stream<String> rows(RunRecord run) {
    RunSummary summary = RunSummary.of(run);
    Stream<Subject> whole =
        run.results().isEmpty()
            ? Stream.of(new Subject(summary, Optional.empty(), Optional.empty()))
            : run.results().stream()
                .map(result -> new Subject(summary, Optional.of(result), Optional.empty()));
    Stream<Subject> categories =
        CategoryFigures.of(run).stream()
            .map(
                category ->
                    new Subject(summary, Optional.of(category.figures()), Optional.of(category)));
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

  private static Integer known(OptionalInt count) {
    return count.isPresent() ? count.getAsInt() : null;
  }

  private static Long known(long count) {
    return count == 0 ? null : count;
  }

  private static String precision(ModelDescription model) {
    return model.precision().label();
  }

  private static Column run(String name, Function<RunSummary, Object> value) {
    return new Column(name, subject -> value.apply(subject.run()));
  }

  private static Column spec(
      String name, Function<RunSpec, Object> own, Function<ReportedConditions, Object> reported) {
    return run(
        name,
        run ->
            switch (run.spec()) {
              case RunSpec spec -> own.apply(spec);
              case ReportedConditions conditions -> reported.apply(conditions);
            });
  }

  private static Column sampling(String name, Function<Sampling, Object> value) {
    return spec(
        name,
        spec -> value.apply(spec.sampling()),
        reported -> reported.sampling().map(value).orElse(null));
  }

  private static Column source(String name, Function<Source, Object> value) {
    return spec(name, _ -> null, reported -> reported.source().map(value).orElse(null));
  }

  private static Column result(String name, Function<RunResult, Object> value) {
    return new Column(name, subject -> subject.result().map(value).orElse(null));
  }

  private static Column category(String name, Function<CategoryFigures, Object> value) {
    return new Column(name, subject -> subject.category().map(value).orElse(null));
  }

  /** What a row is about. */
  private record Subject(
      RunSummary run, Optional<RunResult> result, Optional<CategoryFigures> category) {}

  private record Column(String name, Function<Subject, Object> value) {}
}
