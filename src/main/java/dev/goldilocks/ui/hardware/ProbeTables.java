package dev.goldilocks.ui.hardware;

import dev.goldilocks.bench.PassBound;
import dev.goldilocks.bench.PassRegime;
import dev.goldilocks.bench.ProbeFigures;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.ui.hardware.HardwareViewModel.Acceptance;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of a probe as cells. */
final class ProbeTables {

  /**
   * A table.
   *
   * @param heads what stands over the columns, with units
   * @param definitions what each column means
   * @param rows cells, as many in each row as there are heads
   */
  record Table(List<String> heads, List<Definition> definitions, List<List<String>> rows) {
    Table {
      heads = List.copyOf(heads);
      definitions = List.copyOf(definitions);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A column.
   *
   * @param key of its head in the bundle
   * @param means what its figures mean
   */
  private record Column(String key, Definition means) {}

  private final Texts texts;
  private final FigureFormat figures;

  ProbeTables(Texts texts, FigureFormat figures) {
    this.texts = texts;
    this.figures = figures;
  }

  /** Each pass, its floors and what limits it. */
  Table passes(ProbeFigures probe) {
    return table(
        List.of(
            new Column("hardware.pass.tokens", Definition.PASS_TOKENS),
            new Column("hardware.pass.time", Definition.PASS_TIME),
            new Column("hardware.pass.memory", Definition.MEMORY_FLOOR),
            new Column("hardware.pass.compute", Definition.COMPUTE_FLOOR),
            new Column("hardware.pass.overhead", Definition.OVERHEAD),
            new Column("hardware.pass.bound", Definition.BOUND_BY)),
        probe.passes().stream().map(this::cells).toList());
  }

  private List<String> cells(ProbeFigures.PassFigures pass) {
    PassRegime regime = pass.regime();
    return List.of(
        figures.count(pass.tokens()),
        figures.number(pass.passMs()),
        figures.percent(regime.memoryShare()),
        figures.percent(regime.computeShare()),
        figures.percent(regime.overheadShare()),
        texts.of(name(regime.bound())));
  }

  private static String name(PassBound bound) {
    return switch (bound) {
      case MEMORY -> "hardware.bound.memory";
      case COMPUTE -> "hardware.bound.compute";
      case OVERHEAD -> "hardware.bound.overhead";
    };
  }

  /**
   * What speculation can gain, by K.
   *
   * @param acceptance adds what it would gain at that acceptance
   */
  Table outlooks(ProbeFigures probe, Optional<Acceptance> acceptance) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("hardware.outlook.k", Definition.DRAFT_TOKENS),
                new Column("hardware.outlook.c", Definition.DRAFT_STEP),
                new Column("hardware.outlook.eta", Definition.VERIFY_EFFICIENCY),
                new Column("hardware.outlook.alpha", Definition.BREAK_EVEN_ALPHA),
                new Column("hardware.outlook.best", Definition.AT_BEST)));
    if (acceptance.isPresent()) {
      columns.add(new Column("hardware.outlook.gain", Definition.GAIN));
    }
    return table(
        columns, probe.outlooks().stream().map(outlook -> cells(outlook, acceptance)).toList());
  }

  private List<String> cells(ProbeFigures.Outlook outlook, Optional<Acceptance> acceptance) {
    List<String> cells = new ArrayList<>();
    cells.add(figures.count(outlook.draftTokens()));
    cells.add(figures.number(outlook.cost().draftStep()));
    cells.add(figures.number(outlook.cost().verifyEfficiency()));
    cells.add(
        Double.isNaN(outlook.breakEvenAlpha())
            ? texts.of("hardware.outlook.never")
            : figures.number(outlook.breakEvenAlpha()));
    cells.add(figures.ratio(outlook.bestPossible()));
    acceptance.ifPresent(given -> cells.add(figures.ratio(outlook.predicted(given.alpha()))));
    return cells;
  }

  private Table table(List<Column> columns, List<List<String>> rows) {
    return new Table(
        columns.stream().map(column -> texts.of(column.key())).toList(),
        columns.stream().map(Column::means).toList(),
        rows);
  }
}
