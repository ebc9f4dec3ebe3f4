package dev.goldilocks.cli;

import dev.goldilocks.bench.BestDraftTokens;
import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.Evidence;
import dev.goldilocks.bench.FigureIntervals;
import dev.goldilocks.bench.Interpretation;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.Lossless;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.Prediction;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunContext;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.Verdict;
import dev.goldilocks.bench.VerdictRules;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.LedgerText;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.runs.VerdictText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run's figures for people who read them in a terminal. */
final class RunTable {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);
  private static final VerdictText VERDICTS = new VerdictText(Locale.ROOT);
  private static final SetUpText SET_UPS = new SetUpText(Locale.ROOT);

  private RunTable() {}

  /** What was run, a row for each K, and what the figures say. */
  static List<String> lines(RunRecord run) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(run));
    lines.add("");
    lines.addAll(
        new TextTable(
                ResultColumns.COLUMNS, run.results().stream().map(ResultColumns::cells).toList())
            .lines());
    lines.add("");
    RunContext context = RunContext.of(run);
    for (RunResult result : run.results()) {
      Verdict verdict =
          VerdictRules.judge(
              Evidence.of(result, context, run.target(), run.draft(), run.environment()));
      lines.add(VERDICTS.sentence(verdict));
      Stream.of(VERDICTS.flip(verdict), remark(result))
          .filter(line -> !line.isEmpty())
          .forEach(line -> lines.add("  " + line));
      PooledSpeeds.disagreement(result).ifPresent(why -> lines.add("  " + why));
      if (!result.intervals().equals(FigureIntervals.NONE)) {
        lines.add(intervals(result.intervals()));
      }
      if (Double.isFinite(result.ledger().roundMs())) {
        lines.add(round(result.ledger()));
      }
      Prediction.of(result)
          .filter(_ -> verdict.outcome() != Interpretation.DISTURBED)
          .filter(prediction -> Double.isFinite(prediction.residual()))
          .ifPresent(prediction -> lines.add("  " + PredictionText.sentence(prediction)));
    }
    Stream.of(
            VERDICTS.steadiness(
                context.steadiness(), run.results().stream().map(RunResult::speedup).toList()))
        .filter(line -> !line.isEmpty())
        .forEach(lines::add);
    BestDraftTokens.of(run.samples(), new Bootstrap(Bootstrap.RESAMPLES_KEPT, 0))
        .filter(_ -> !context.steadiness().isDisturbed() && !context.isTimingOnly())
        .ifPresent(best -> lines.add(fastest(best)));
    return lines;
  }

  private static String heading(RunRecord run) {
    return "%s with %s, %s%s"
        .formatted(
            model(run.target()),
            drafter(run.draft()),
            SET_UPS.value(SetUpPart.DEVICE, RunSummary.of(run)),
            label(RunSummary.of(run)));
  }

  private static String drafter(ModelDescription draft) {
    return draft.equals(PromptLookup.DESCRIPTION) ? draft.id() : "draft " + model(draft);
  }

  private static String model(ModelDescription model) {
    String precision = model.precision().label();
    return precision.isEmpty() ? model.id() : model.id() + " (" + precision + ")";
  }

  private static String label(RunSummary run) {
    return run.isWholeMeasurement() ? "" : ", " + SET_UPS.value(SetUpPart.FIGURES, run);
  }

  private static String remark(RunResult result) {
    List<String> remarks = new ArrayList<>();
    result.lossless().ifPresent(lossless -> remarks.add(sameTexts(lossless)));
    if (result.pairsLeftOut() > 0) {
      remarks.add("left out for want of a second token: " + result.pairsLeftOut());
    }
    return remarks.isEmpty() ? "" : String.join("; ", remarks) + ".";
  }

  /** The table has no room for them. */
  private static String intervals(FigureIntervals intervals) {
    return "  95 %% intervals: baseline %s tok/s, speculative %s; acceptance rate %s, length %s; first token %s / %s ms."
        .formatted(
            FIGURES.ends(intervals.baseline().decodeTokensPerSecond()),
            FIGURES.ends(intervals.speculative().decodeTokensPerSecond()),
            FIGURES.percentEnds(intervals.acceptanceRate()),
            FIGURES.ends(intervals.meanAcceptanceLength()),
            FIGURES.ends(intervals.baseline().timeToFirstTokenMs()),
            FIGURES.ends(intervals.speculative().timeToFirstTokenMs()));
  }

  private static String round(Ledger ledger) {
    return "  a round takes "
        + FIGURES.number(ledger.roundMs())
        + " ms: "
        + new LedgerText(Locale.ROOT).shares(ledger)
        + ".";
  }

  private static String fastest(BestDraftTokens best) {
    return best.odds().entrySet().stream()
        .map(odds -> odds.getKey().shortLabel() + ": " + FIGURES.percent(odds.getValue()))
        .collect(
            Collectors.joining(
                ", ",
                "K = " + best.length().shortLabel() + " is the fastest; odds of each K: ",
                "."));
  }

  private static String sameTexts(Lossless lossless) {
    int pairs = lossless.identical() + lossless.diverged();
    return "same text with and without the draft in %d of %d %s"
        .formatted(lossless.identical(), pairs, pairs == 1 ? "pair" : "pairs");
  }
}
