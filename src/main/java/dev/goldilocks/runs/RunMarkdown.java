package dev.goldilocks.runs;

import dev.goldilocks.bench.Evidence;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.Verdict;
import dev.goldilocks.bench.VerdictRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison as Markdown: a table of the figures with three significant digits and a dash for
 * what is undefined, then each run's set-up, then what each figure says and why, then what stands
 * against comparing. The same in every locale.
 */
public final class RunMarkdown {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);
  private static final VerdictText VERDICTS = new VerdictText(Locale.ROOT);

  private static final List<String> HEADER =
      List.of(
          "Run",
          "K",
          "Speedup [95 % interval]",
          "Baseline, tokens/s",
          "Speculative, tokens/s",
          "Acceptance rate",
          "Mean acceptance length",
          "Baseline, ms to first token",
          "Speculative, ms to first token",
          "Peak memory",
          "Identical texts",
          "Figures");

  private RunMarkdown() {}

  /** The whole document. */
  public static String write(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(row(HEADER.stream()));
    lines.add("|:--" + "|--:".repeat(HEADER.size() - 2) + "|:--|");
    for (int run = 0; run < comparison.runs().size(); run++) {
      addRows(lines, comparison, run);
    }
    lines.add("");
    comparison.runs().forEach(run -> lines.add(setUp(run)));
    if (!comparison.groups().isEmpty()) {
      lines.add("");
      comparison.groups().forEach(group -> lines.add(verdict(comparison, group)));
    }
    if (!comparison.mismatches().isEmpty()) {
      lines.add("");
      comparison.mismatches().forEach(mismatch -> lines.add(caution(comparison, mismatch)));
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static void addRows(List<String> lines, Comparison comparison, int run) {
    RunSummary summary = comparison.runs().get(run);
    List<RunResult> results =
        comparison.groups().stream()
            .filter(group -> group.run() == run)
            .map(Comparison.Group::result)
            .toList();
    if (results.isEmpty()) {
      Stream<String> dashes = Stream.generate(() -> FigureText.UNDEFINED).limit(HEADER.size() - 2L);
      lines.add(
          row(
              Stream.of(Stream.of(text(summary.name())), dashes, Stream.of(provenance(summary)))
                  .flatMap(cells -> cells)));
    }
    results.forEach(result -> lines.add(row(cells(summary, result))));
  }

  private static Stream<String> cells(RunSummary run, RunResult result) {
    return Stream.of(
        text(run.name()),
        FIGURES.whole(result.draftTokens()),
        interval(result.speedup()),
        FIGURES.number(result.baseline().decodeTokensPerSecond()),
        FIGURES.number(result.speculative().decodeTokensPerSecond()),
        FIGURES.percent(result.acceptanceRate()),
        FIGURES.number(result.meanAcceptanceLength()),
        FIGURES.number(result.baseline().timeToFirstTokenMs()),
        FIGURES.number(result.speculative().timeToFirstTokenMs()),
        FIGURES.bytes(result.peakMemoryBytes()),
        identical(result.lossless()),
        provenance(run));
  }

  private static String interval(Interval interval) {
    return Double.isNaN(interval.low()) || Double.isNaN(interval.value())
        ? FIGURES.factor(interval.value())
        : FIGURES.factor(interval.value())
            + " ["
            + FIGURES.number(interval.low())
            + ", "
            + FIGURES.number(interval.high())
            + "]";
  }

  private static String identical(Optional<Lossless> lossless) {
    return lossless
        .map(
            counts ->
                FIGURES.whole(counts.identical())
                    + " of "
                    + FIGURES.whole(counts.identical() + counts.diverged()))
        .orElse(FigureText.UNDEFINED);
  }

  private static String provenance(RunSummary run) {
    return SetUp.provenance(run);
  }

  private static String setUp(RunSummary run) {
    return Stream.of(
            "target " + SetUp.target(run),
            "draft " + SetUp.draft(run),
            SetUp.device(run),
            SetUp.prompts(run),
            SetUp.length(run),
            SetUp.repeats(run),
            SetUp.sampling(run),
            SetUp.machine(run),
            SetUp.software(run),
            SetUp.date(run))
        .filter(part -> !part.equals(FigureText.UNDEFINED))
        .map(RunMarkdown::text)
        .collect(Collectors.joining("; ", "- **" + text(run.name()) + "**: ", "."));
  }

  private static String verdict(Comparison comparison, Comparison.Group group) {
    RunSummary run = comparison.runs().get(group.run());
    Verdict verdict =
        VerdictRules.judge(
            Evidence.of(group.result(), run.target(), run.draft(), run.environment()));
    return Stream.of(VERDICTS.sentence(verdict), VERDICTS.flip(verdict))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" ", "- **" + text(run.name()) + "**: ", ""));
  }

  private static String caution(Comparison comparison, Comparison.Mismatch mismatch) {
    return "- Not comparable with **"
        + text(comparison.runs().get(0).name())
        + "**: **"
        + text(comparison.runs().get(mismatch.run()).name())
        + "** has "
        + mismatch.reasons().stream().map(RunMarkdown::text).collect(Collectors.joining("; "))
        + ".";
  }

  private static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Names come from outside: what Markdown or HTML would take for itself is escaped. */
  private static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.strip().replaceAll("\\s+", " ").toCharArray()) {
      if ("\\`*_[]<>|&".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
