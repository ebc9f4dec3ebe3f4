package dev.goldilocks.runs;

import dev.goldilocks.bench.CategoryFigures;
import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Evidence;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunContext;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Verdict;
import dev.goldilocks.bench.VerdictRules;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs side by side as Markdown: tables of their figures with three significant digits, units in
 * the heads and a dash for what is undefined, what the figures mean, then what each says and why,
 * each run's set-up, and what stands against comparing. The same in every locale.
 */
public final class RunMarkdown {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);
  private static final VerdictText VERDICTS = new VerdictText(Locale.ROOT);
  private static final SetUpText SET_UPS = new SetUpText(Locale.ROOT);

  /** K stands in the tables. */
  private static final List<SetUpPart> BESIDE_MODELS =
      List.of(
          SetUpPart.DEVICE,
          SetUpPart.PROMPTS,
          SetUpPart.LENGTH,
          SetUpPart.REPEATS,
          SetUpPart.SAMPLING,
          SetUpPart.MACHINE,
          SetUpPart.SOFTWARE,
          SetUpPart.DATE);

  private static final List<Definition> DEFINED =
      List.of(
          Definition.DRAFT_TOKENS,
          Definition.TOKENS_PER_SECOND,
          Definition.FIRST_TOKEN,
          Definition.TOTAL_TIME,
          Definition.SPEEDUP,
          Definition.INTERVAL,
          Definition.PEAK_MEMORY,
          Definition.ROUND,
          Definition.ACCEPTANCE_RATE,
          Definition.ACCEPTANCE_BY_POSITION,
          Definition.ACCEPTANCE_LENGTH,
          Definition.ALPHA,
          Definition.SAME_TEXT,
          Definition.ROUND_TIME,
          Definition.DRAFT_TIME,
          Definition.VERIFY_TIME,
          Definition.ACCEPTANCE_TIME,
          Definition.HOST_TIME,
          Definition.RESIDUAL_TIME,
          Definition.REPORTED);

  private static final List<Column<Line>> LINE =
      List.of(
          Column.words("Run", line -> text(line.run().name())),
          Column.figure("K", line -> SetUpText.draftTokens(line.result())));

  private static final List<Column<Line>> SPEED =
      ofALine(
          List.of(
              Column.figure("Speedup", line -> FIGURES.factor(line.result().speedup().value())),
              Column.figure("95 % interval", line -> ends(line.result().speedup())),
              Column.figure("Pairs", line -> FIGURES.whole(line.result().speedup().knownPairs())),
              Column.figure(
                  "Baseline, tokens/s",
                  line -> FIGURES.number(line.result().baseline().decodeTokensPerSecond())),
              interval(result -> result.intervals().baseline().decodeTokensPerSecond()),
              Column.figure(
                  "Speculative, tokens/s",
                  line -> FIGURES.number(line.result().speculative().decodeTokensPerSecond())),
              interval(result -> result.intervals().speculative().decodeTokensPerSecond()),
              Column.figure(
                  "Baseline, ms to first token",
                  line -> FIGURES.number(line.result().baseline().timeToFirstTokenMs())),
              interval(result -> result.intervals().baseline().timeToFirstTokenMs()),
              Column.figure(
                  "Speculative, ms to first token",
                  line -> FIGURES.number(line.result().speculative().timeToFirstTokenMs())),
              interval(result -> result.intervals().speculative().timeToFirstTokenMs()),
              Column.figure(
                  "Baseline, s in all",
                  line -> FIGURES.number(line.result().baseline().totalSeconds())),
              Column.figure(
                  "Speculative, s in all",
                  line -> FIGURES.number(line.result().speculative().totalSeconds())),
              Column.figure("Peak memory, MB", line -> megabytes(line.result().peakMemoryBytes())),
              Column.words("Figures", line -> SET_UPS.value(SetUpPart.FIGURES, line.run()))));

  private static final List<Column<Line>> ACCEPTANCE =
      ofALine(
          List.of(
              Column.figure("Acceptance rate, %", line -> percent(line.result().acceptanceRate())),
              Column.figure(
                  "95 % interval", line -> percents(line.result().intervals().acceptanceRate())),
              Column.figure(
                  "By position, %", line -> percents(line.result().acceptanceByPosition())),
              Column.figure(
                  "Mean acceptance length, tokens",
                  line -> FIGURES.number(line.result().meanAcceptanceLength())),
              interval(result -> result.intervals().meanAcceptanceLength()),
              Column.figure("Alpha", line -> FIGURES.number(line.result().alpha())),
              interval(result -> result.intervals().alpha()),
              Column.figure("Same text, pairs", line -> sameText(line.result().lossless()))));

  private static final List<Column<Line>> ROUND =
      ofALine(
          List.of(
              milliseconds("Round, ms", Ledger::roundMs),
              milliseconds("Draft, ms", Ledger::draftMs),
              milliseconds("Verification, ms", Ledger::verifyMs),
              milliseconds("Acceptance, ms", Ledger::acceptanceMs),
              milliseconds("Host, ms", Ledger::hostMs),
              milliseconds("Residual, ms", Ledger::residualMs)));

  private static final List<Column<Part>> CATEGORY =
      List.of(
          Column.words("Run", part -> text(part.run().name())),
          Column.figure("K", part -> SetUpText.draftTokens(part.figures())),
          Column.words("Category", part -> text(part.category().category())),
          Column.figure("Prompts", part -> FIGURES.whole(part.category().prompts())),
          Column.figure("Speedup", part -> FIGURES.factor(part.figures().speedup().value())),
          Column.figure("95 % interval", part -> ends(part.figures().speedup())),
          Column.figure(
              "Baseline, tokens/s",
              part -> FIGURES.number(part.figures().baseline().decodeTokensPerSecond())),
          Column.figure(
              "Speculative, tokens/s",
              part -> FIGURES.number(part.figures().speculative().decodeTokensPerSecond())),
          Column.figure("Acceptance rate, %", part -> percent(part.figures().acceptanceRate())),
          Column.figure(
              "Mean acceptance length, tokens",
              part -> FIGURES.number(part.figures().meanAcceptanceLength())));

  private RunMarkdown() {}

  /**
   * The whole document.
   *
   * @param runs at least one
   */
  public static String write(List<RunRecord> runs) {
    Comparison comparison = Comparison.of(runs);
    List<RunContext> contexts = runs.stream().map(RunContext::of).toList();
    List<Line> lines =
        comparison.groups().stream()
            .map(
                group ->
                    new Line(
                        comparison.runs().get(group.run()),
                        group.result(),
                        contexts.get(group.run())))
            .toList();
    List<Line> ofRounds =
        lines.stream().filter(line -> Double.isFinite(line.result().ledger().roundMs())).toList();
    List<Part> parts = runs.stream().flatMap(RunMarkdown::parts).toList();
    List<String> text = new ArrayList<>();
    table(text, "Speed", SPEED, lines);
    table(text, "Acceptance", ACCEPTANCE, lines);
    table(text, "Time of a round", ROUND, ofRounds);
    table(text, "By prompt category", CATEGORY, parts);
    list(text, "Definitions", DEFINED.stream().map(RunMarkdown::definition).toList());
    list(
        text,
        "Verdict",
        Stream.concat(lines.stream().map(RunMarkdown::verdict), unsteadiness(comparison)).toList());
    list(text, "Set-up", comparison.runs().stream().map(RunMarkdown::setUp).toList());
    list(
        text,
        "Not comparable",
        comparison.mismatches().stream().map(mismatch -> caution(comparison, mismatch)).toList());
    return text.stream().skip(1).map(line -> line + "\n").collect(Collectors.joining());
  }

  private static Stream<Part> parts(RunRecord run) {
    RunSummary summary = RunSummary.of(run);
    return CategoryFigures.of(run).stream().map(category -> new Part(summary, category));
  }

  private static <T> void table(
      List<String> text, String title, List<Column<T>> columns, List<T> rows) {
    if (rows.isEmpty()) {
      return;
    }
    text.addAll(List.of("", "## " + title, ""));
    text.add(row(columns.stream().map(Column::head)));
    text.add(columns.stream().map(Column::alignment).collect(Collectors.joining("|", "|", "|")));
    rows.forEach(each -> text.add(row(columns.stream().map(column -> column.cell().apply(each)))));
  }

  private static void list(List<String> text, String title, List<String> items) {
    if (!items.isEmpty()) {
      text.addAll(List.of("", "## " + title, ""));
      text.addAll(items);
    }
  }

  private static String definition(Definition figure) {
    return "- **" + figure.title(Locale.ROOT) + "**: " + figure.meaning(Locale.ROOT);
  }

  private static String verdict(Line line) {
    RunSummary run = line.run();
    Verdict verdict =
        VerdictRules.judge(
            Evidence.of(
                line.result(), line.context(), run.target(), run.draft(), run.environment()));
    return Stream.of(VERDICTS.sentence(verdict), VERDICTS.flip(verdict))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" ", "- **" + text(run.name()) + "**: ", ""));
  }

  /** A sentence for each run that drifted. */
  private static Stream<String> unsteadiness(Comparison comparison) {
    return IntStream.range(0, comparison.runs().size())
        .boxed()
        .flatMap(
            run ->
                VERDICTS
                    .unsteadiness(comparison.steadiness().get(run), comparison.speedups(run))
                    .map(
                        clause ->
                            "- **"
                                + text(comparison.runs().get(run).name())
                                + "**: "
                                + clause
                                + ".")
                    .stream());
  }

  private static String setUp(RunSummary run) {
    return Stream.of(
            Stream.of(
                "target " + SET_UPS.value(SetUpPart.TARGET, run),
                "draft " + SET_UPS.value(SetUpPart.DRAFT, run)),
            BESIDE_MODELS.stream().map(part -> SET_UPS.value(part, run)),
            source(run).stream(),
            run.tags().stream().map(tag -> "#" + tag),
            Stream.of(run.note()))
        .flatMap(parts -> parts)
        .filter(part -> !part.isBlank() && !part.equals(FigureText.UNDEFINED))
        .map(RunMarkdown::text)
        .collect(Collectors.joining("; ", "- **" + text(run.name()) + "**: ", ""));
  }

  private static Optional<String> source(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec _ -> Optional.empty();
      case ReportedConditions reported ->
          reported
              .source()
              .map(
                  source ->
                      Stream.of(
                              Optional.of("source: " + source.title()),
                              source.address().map(URI::toString),
                              source.note())
                          .flatMap(Optional::stream)
                          .collect(Collectors.joining(", ")));
    };
  }

  private static String caution(Comparison comparison, Comparison.Mismatch mismatch) {
    return "- **"
        + text(comparison.runs().get(mismatch.run()).name())
        + "** with **"
        + text(comparison.runs().getFirst().name())
        + "**: "
        + SET_UPS.reasonsAgainst(comparison, mismatch.run()).stream()
            .map(RunMarkdown::text)
            .collect(Collectors.joining("; "));
  }

  private static Column<Line> interval(Function<RunResult, Ends> interval) {
    return Column.figure("95 % interval", line -> FIGURES.ends(interval.apply(line.result())));
  }

  private static String ends(Interval interval) {
    return FIGURES.ends(interval.ends());
  }

  private static String percents(Ends shares) {
    return FIGURES.ends(new Ends(shares.low() * 100, shares.high() * 100));
  }

  private static String percent(double share) {
    return FIGURES.number(share * 100);
  }

  private static String percents(List<Double> shares) {
    return shares.isEmpty()
        ? FigureText.UNDEFINED
        : shares.stream().map(RunMarkdown::percent).collect(Collectors.joining(", "));
  }

  private static String megabytes(long bytes) {
    return bytes == 0 ? FigureText.UNDEFINED : FIGURES.number(bytes / 1e6);
  }

  private static String sameText(Optional<Lossless> lossless) {
    return lossless
        .map(
            counts ->
                FIGURES.whole(counts.identical())
                    + " of "
                    + FIGURES.whole(counts.identical() + counts.diverged()))
        .orElse(FigureText.UNDEFINED);
  }

  private static Column<Line> milliseconds(String head, Function<Ledger, Double> part) {
    return Column.figure(head, line -> FIGURES.number(part.apply(line.result().ledger())));
  }

  private static List<Column<Line>> ofALine(List<Column<Line>> figures) {
    return Stream.concat(LINE.stream(), figures.stream()).toList();
  }

  private static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Names come from outside: what Markdown or HTML would take for itself is escaped. */
  private static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.strip().replaceAll("\\s+", " ").toCharArray()) {
      if ("\\`*_[]<>|&#".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** A run's figures at one K. */
  private record Line(RunSummary run, RunResult result, RunContext context) {}

  /** A run's figures at one K on one category of prompts. */
  private record Part(RunSummary run, CategoryFigures category) {
    RunResult figures() {
      return category.figures();
    }
  }

  private record Column<T>(String head, String alignment, Function<T, String> cell) {

    static <T> Column<T> words(String head, Function<T, String> cell) {
      return new Column<>(head, ":--", cell);
    }

    static <T> Column<T> figure(String head, Function<T, String> cell) {
      return new Column<>(head, "--:", cell);
    }
  }
}
