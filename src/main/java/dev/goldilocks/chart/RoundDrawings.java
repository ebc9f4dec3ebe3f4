package dev.goldilocks.chart;

import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.Prediction;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.SetUpText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The charts that say why: what a round costs, and what the theory makes of it. */
final class RoundDrawings {

  private final DrawnRuns drawn;
  private final Comparison comparison;
  private final FigureText figures;
  private final ChartNotes notes;
  private final ChartTexts texts;

  RoundDrawings(DrawnRuns drawn) {
    this.drawn = drawn;
    this.comparison = drawn.comparison();
    this.figures = drawn.figures();
    this.notes = drawn.notes();
    this.texts = drawn.texts();
  }

  /** Whether the steps from the theorem to the measured speedup are known. */
  static boolean isPredicted(RunResult result) {
    return prediction(result).isPresent();
  }

  /** Whether it is known where a round’s time goes. */
  static boolean isTimed(RunResult result) {
    return Double.isFinite(result.ledger().roundMs());
  }

  /** The prediction, when all that leads to its last step is defined. */
  static Optional<Prediction> prediction(RunResult result) {
    return Prediction.of(result)
        .filter(
            prediction ->
                Double.isFinite(
                    prediction.theorem()
                        + prediction.withVerification()
                        + prediction.withOverhead()
                        + prediction.measured()));
  }

  Drawing waterfall() {
    List<WaterfallPlot.Way> ways =
        comparison.groups().stream().flatMap(group -> way(group).stream()).toList();
    List<String> remarks = new ArrayList<>();
    comparison.groups().stream().flatMap(group -> offTarget(group).stream()).forEach(remarks::add);
    remarks.add(texts.of("waterfall.pooled"));
    remarks.addAll(withoutRows("waterfall.without", RoundDrawings::isPredicted));
    return rows(
        texts.of("waterfall.title"),
        texts.of("waterfall.text"),
        this::way,
        new WaterfallPlot(
            ways.stream().mapToDouble(WaterfallPlot.Way::highest).max().orElse(1),
            drawn.palette(),
            figures,
            texts),
        remarks);
  }

  private Optional<WaterfallPlot.Way> way(Comparison.Group group) {
    return prediction(group.result())
        .map(
            prediction ->
                new WaterfallPlot.Way(
                    WaterfallStep.of(prediction),
                    group.result().speedup(),
                    notes.interval(group).replace("\n", ", "),
                    comparison.runs().get(group.run()).provenance()));
  }

  private Optional<String> offTarget(Comparison.Group group) {
    return prediction(group.result())
        .filter(prediction -> !prediction.isWithinTolerance())
        .map(
            prediction ->
                texts.of(
                    Double.isFinite(prediction.unexplained())
                        ? "waterfall.off"
                        : "waterfall.off.all",
                    notes.nameAtK(group),
                    figures.number(prediction.residual()),
                    figures.number(prediction.withAcceptance() / prediction.withOverhead()),
                    figures.number(prediction.unexplained())));
  }

  Drawing ledger() {
    List<Ledger> ledgers =
        comparison.groups().stream()
            .map(Comparison.Group::result)
            .filter(RoundDrawings::isTimed)
            .map(RunResult::ledger)
            .toList();
    List<String> remarks = new ArrayList<>();
    remarks.add(texts.of("ledger.mean"));
    remarks.addAll(withoutRows("ledger.without", RoundDrawings::isTimed));
    return rows(
        texts.of("ledger.title"),
        texts.of("ledger.text"),
        group -> Optional.of(group.result()).filter(RoundDrawings::isTimed).map(RunResult::ledger),
        new LedgerPlot(ledgers, drawn.palette(), figures, texts),
        remarks);
  }

  private <E> Drawing rows(
      String title,
      String subtitle,
      Function<Comparison.Group, Optional<E>> figuresOf,
      RowPlot<E> plot,
      List<String> remarks) {
    List<RowChart.Row<E>> rows =
        IntStream.range(0, comparison.runs().size())
            .mapToObj(run -> row(run, figuresOf))
            .filter(row -> !row.lines().isEmpty())
            .toList();
    return new RowChart<>(
        new RowChart.Content<>(
            title,
            subtitle,
            texts.of("head.run"),
            notes.isOverDraftTokens() ? texts.of("head.k") : "",
            rows,
            drawn.footnotes(remarks)),
        plot,
        drawn.palette(),
        texts);
  }

  private <E> RowChart.Row<E> row(int run, Function<Comparison.Group, Optional<E>> figuresOf) {
    return new RowChart.Row<>(
        notes.name(run),
        notes.ownSetUp(run),
        comparison.groups().stream()
            .filter(group -> group.run() == run)
            .flatMap(
                group ->
                    figuresOf
                        .apply(group)
                        .map(
                            drawn ->
                                new RowChart.Line<>(SetUpText.draftTokens(group.result()), drawn))
                        .stream())
            .toList());
  }

  /** Runs whose figures do not tell what is drawn are named and not left away in silence. */
  private List<String> withoutRows(String key, Function<RunResult, Boolean> isKnown) {
    List<String> names =
        IntStream.range(0, comparison.runs().size())
            .filter(
                run ->
                    comparison.groups().stream()
                        .filter(group -> group.run() == run)
                        .noneMatch(group -> isKnown.apply(group.result())))
            .mapToObj(notes::name)
            .toList();
    return names.isEmpty() ? List.of() : List.of(texts.of(key, String.join(", ", names)));
  }
}
