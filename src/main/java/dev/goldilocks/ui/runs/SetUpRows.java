package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.Source;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.ui.text.FigureFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run's set-up and environment as captions and values. */
final class SetUpRows {

  /**
   * A row.
   *
   * @param key of its caption in the bundle
   */
  record Row(String key, String value) {}

  private final FigureFormat figures;
  private final SetUpText setUps;

  SetUpRows(FigureFormat figures) {
    this.figures = figures;
    this.setUps = new SetUpText(figures.locale());
  }

  /** What is known, in the order in which people ask for it. */
  List<Row> of(RunSummary run) {
    Environment environment = run.environment();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("run.target", setUps.value(SetUpPart.TARGET, run)));
    rows.add(new Row("run.draft", setUps.value(SetUpPart.DRAFT, run)));
    rows.add(new Row("run.device", setUps.value(SetUpPart.DEVICE, run)));
    rows.add(new Row("runs.k", setUps.value(SetUpPart.DRAFT_TOKENS, run)));
    rows.add(new Row("run.prompts", setUps.value(SetUpPart.PROMPTS, run)));
    rows.add(new Row("run.length", setUps.value(SetUpPart.LENGTH, run)));
    rows.add(new Row("run.repeats", setUps.value(SetUpPart.REPEATS, run)));
    rows.add(new Row("run.sampling", setUps.value(SetUpPart.SAMPLING, run)));
    rows.add(new Row("run.machine", setUps.value(SetUpPart.MACHINE, run)));
    rows.add(new Row("run.machine.memory", memory(environment)));
    rows.add(new Row("run.os", known(environment.os())));
    rows.add(new Row("run.software", setUps.value(SetUpPart.SOFTWARE, run)));
    rows.add(new Row("run.java", known(environment.java())));
    rows.add(new Row("run.figures", setUps.value(SetUpPart.FIGURES, run)));
    source(run).map(source -> new Row("run.source", source)).ifPresent(rows::add);
    return rows;
  }

  private String memory(Environment environment) {
    return environment.memoryBytes() == 0
        ? FigureFormat.UNDEFINED
        : figures.bytes(environment.memoryBytes());
  }

  private static String known(String text) {
    return text.isEmpty() ? FigureFormat.UNDEFINED : text;
  }

  private static Optional<String> source(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec _ -> Optional.empty();
      case ReportedConditions reported -> reported.source().map(SetUpRows::text);
    };
  }

  private static String text(Source source) {
    return Stream.of(
            Optional.of(source.title()),
            source.address().map(address -> address.toString()),
            source.note())
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }
}
