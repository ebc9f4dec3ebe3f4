package dev.goldilocks.cli;

import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.PassBound;
import dev.goldilocks.bench.PassRegime;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeDisturbance;
import dev.goldilocks.bench.ProbeFigures;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.cli.TextTable.Column;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.runs.DisturbanceText;
import dev.goldilocks.runs.FigureText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A probe for people who read it in a terminal. */
final class ProbeTable {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);
  private static final DisturbanceText DISTURBANCES = new DisturbanceText(Locale.ROOT);

  private static final List<Column> PASS_COLUMNS =
      List.of(
          Column.figure("tokens", ""),
          Column.figure("T(n)", "ms"),
          Column.figure("memory floor", "ms"),
          Column.figure("compute floor", "ms"),
          Column.figure("memory", "%"),
          Column.figure("compute", "%"),
          Column.figure("overhead", "%"),
          Column.text("bound by"));

  private static final List<Column> OUTLOOK_COLUMNS =
      List.of(
          Column.figure("K", ""),
          Column.figure("c", "target steps"),
          Column.figure("eta", "T(1)/T(K+1)"),
          Column.figure("break-even alpha", ""),
          Column.figure("best possible speedup", "all accepted"));

  private ProbeTable() {}

  /** What was measured and what follows from it. */
  static List<String> lines(Probe probe) {
    ProbeFigures figures = ProbeFigures.of(probe);
    List<String> lines = new ArrayList<>();
    lines.add(heading(probe));
    lines.add("");
    lines.add(
        "memory      %s GB/s read"
            .formatted(FIGURES.number(probe.targetPasses().readBytesPerSecond() / 1e9)));
    lines.add("arithmetic  " + arithmetic(probe) + " billion operations/s");
    lines.add("");
    lines.add(
        "A pass of the target over n tokens, median of %s, reads %s:"
            .formatted(
                FIGURES.whole(probe.targetRepeats()),
                FIGURES.bytes(probe.targetPasses().bytesRead())));
    lines.addAll(
        new TextTable(PASS_COLUMNS, figures.passes().stream().map(ProbeTable::cells).toList())
            .lines());
    lines.add("");
    lines.add(draft(probe, figures));
    lines.addAll(
        new TextTable(OUTLOOK_COLUMNS, figures.outlooks().stream().map(ProbeTable::cells).toList())
            .lines());
    lines.add("");
    lines.add(best(figures));
    ProbeDisturbance.of(probe).map(DISTURBANCES::sentence).ifPresent(lines::add);
    lines.add(duration(probe));
    return lines;
  }

  private static String heading(Probe probe) {
    String draft = probe.models().size() > 1 ? model(probe.models().get(1)) : PromptLookup.NAME;
    return "%s with draft %s, %s, %s %s"
        .formatted(
            model(probe.models().getFirst()),
            draft,
            probe.environment().cpu(),
            FIGURES.whole(probe.request().threads()),
            probe.request().threads() == 1 ? "thread" : "threads");
  }

  private static String model(ModelDescription model) {
    return "%s (%s)".formatted(model.id(), model.precision().label());
  }

  private static String arithmetic(Probe probe) {
    return Arrays.stream(Precision.values())
        .filter(probe.operationsPerSecond()::containsKey)
        .map(
            precision ->
                precision.label()
                    + " "
                    + FIGURES.number(probe.operationsPerSecond().get(precision) / 1e9))
        .collect(Collectors.joining(", "));
  }

  private static List<String> cells(ProbeFigures.PassFigures pass) {
    PassRegime regime = pass.regime();
    return List.of(
        FIGURES.whole(pass.tokens()),
        FIGURES.number(pass.passMs()),
        FIGURES.number(pass.floor().memoryMs()),
        FIGURES.number(pass.floor().computeMs()),
        FIGURES.number(100 * regime.memoryShare()),
        FIGURES.number(100 * regime.computeShare()),
        FIGURES.number(100 * regime.overheadShare()),
        name(regime.bound()));
  }

  private static String name(PassBound bound) {
    return switch (bound) {
      case MEMORY -> "memory";
      case COMPUTE -> "compute";
      case OVERHEAD -> "overhead";
    };
  }

  private static List<String> cells(ProbeFigures.Outlook outlook) {
    return List.of(
        FIGURES.whole(outlook.draftTokens()),
        FIGURES.number(outlook.cost().draftStep()),
        FIGURES.number(outlook.cost().verifyEfficiency()),
        Double.isNaN(outlook.breakEvenAlpha())
            ? "never pays"
            : FIGURES.number(outlook.breakEvenAlpha()),
        FIGURES.factor(outlook.bestPossible()));
  }

  private static String draft(Probe probe, ProbeFigures figures) {
    return probe.draftCalls().medianNanos().isEmpty()
        ? "Looking tokens up takes no model:"
        : "Drafting one more token takes %s ms, %s of a target step (median of %s):"
            .formatted(
                FIGURES.number(probe.draftCalls().stepMs()),
                FIGURES.number(figures.draftStep()),
                FIGURES.whole(probe.draftRepeats()));
  }

  private static String best(ProbeFigures figures) {
    return figures
        .best()
        .map(
            best ->
                best.bestPossible() > 1
                    ? "At best %s, at K = %s, if every drafted token is accepted."
                        .formatted(
                            FIGURES.factor(best.bestPossible()), FIGURES.whole(best.draftTokens()))
                    : "No K pays, though every drafted token were accepted.")
        .orElse("Nothing can be said of any K.");
  }

  private static String duration(Probe probe) {
    String seconds = FIGURES.number(probe.elapsedMillis() / 1e3);
    return probe.ranOver()
        ? ("Measured in %s s, longer than the %s s that a probe should take: loading, or a pass,"
                + " is slow here.")
            .formatted(seconds, FIGURES.whole(Probe.BUDGET.toSeconds()))
        : "Measured in %s s.".formatted(seconds);
  }
}
