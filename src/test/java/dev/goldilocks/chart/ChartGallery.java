package dev.goldilocks.chart;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.runs.AtomicWriter;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.RunFileFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/**
 * Draws charts of every kind of comparison into a directory, for a person to look at: {@code
 * ChartGallery DIRECTORY [PART OF THE FILE NAMES]}.
 */
final class ChartGallery {

  private ChartGallery() {}

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    String wanted = arguments.length > 1 ? arguments[1] : "";
    try (HeadlessToolkit toolkit = new HeadlessToolkit()) {
      comparisons()
          .forEach(
              (name, runs) -> {
                Comparison comparison = Comparison.of(runs);
                for (ChartKind kind : ChartKind.toldBy(comparison)) {
                  String file = name + "-" + kind.name().toLowerCase(Locale.ROOT);
                  if (!file.contains(wanted)) {
                    continue;
                  }
                  Path wide = directory.resolve(file + ".png");
                  Path dark = directory.resolve(file + "-dark.png");
                  Path column = directory.resolve(file + "-column.png");
                  draw(toolkit, wide, comparison, kind, 880, 1, ChartStyle.light());
                  draw(toolkit, dark, comparison, kind, 880, 1, ChartStyle.dark());
                  draw(toolkit, column, comparison, kind, 420, 2, ChartStyle.light());
                }
                if (!(name + "-page").contains(wanted)) {
                  return;
                }
                Image page =
                    toolkit.call(
                        () ->
                            ChartPng.render(
                                ComparisonChart.page(comparison, ChartStyle.light()),
                                ComparisonChart.PAGE_WIDTH,
                                1));
                new ChartPng(new AtomicWriter()).save(page, directory.resolve(name + "-page.png"));
              });
    }
  }

  private static void draw(
      HeadlessToolkit toolkit,
      Path file,
      Comparison comparison,
      ChartKind kind,
      double width,
      int scale,
      ChartStyle style) {
    Image image =
        toolkit.call(
            () -> ChartPng.render(ComparisonChart.of(kind, comparison, style), width, scale));
    new ChartPng(new AtomicWriter()).save(image, file);
    System.out.println(file);
  }

  private static Map<String, List<RunRecord>> comparisons() {
    RunRecord int8 = ChartRuns.measured("Bundled pair, int8", Precision.INT8, 212, 1.43);
    RunRecord bf16 = ChartRuns.measured("Bundled pair, bf16", Precision.BF16, 148, 1.21);
    RunRecord even = ChartRuns.measured("Bundled pair, f32", Precision.F32, 61.3, 1.005);
    Map<String, List<RunRecord>> all = new LinkedHashMap<>();
    all.put("one", List.of(int8));
    all.put("two", List.of(int8, bf16));
    all.put(
        "six",
        List.of(
            int8,
            bf16,
            even,
            longName(),
            ChartRuns.with(Provenance.TIMING_ONLY, bf16),
            ChartRuns.reported()));
    all.put("twelve", IntStream.rangeClosed(1, 12).mapToObj(ChartGallery::numbered).toList());
    all.put("undefined", List.of(undefined(), ChartRuns.reported(), none()));
    all.put("sweep", List.of(ChartRuns.sweep("Sweep, int8", Precision.INT8, 212, 1)));
    all.put("over-k-one", List.of(ChartRuns.sweep("Bundled pair, int8", Precision.INT8, 212, 1)));
    List<RunRecord> sweeps = new ArrayList<>();
    for (double scale : new double[] {1, 0.93, 0.9, 0.8, 0.72, 0.6}) {
      sweeps.add(ChartRuns.sweep("Sweep at " + scale, Precision.INT8, 200, scale));
    }
    all.put("over-k-three", sweeps.subList(0, 3));
    all.put("over-k-six", sweeps);
    all.put(
        "sample", List.of(RunFileFormat.read(Path.of("sample-runs", "bundled-bf16.json")).run()));
    return all;
  }

  private static RunRecord numbered(int number) {
    return ChartRuns.measured("Run " + number, Precision.INT8, 40 * number, 0.7 + number * 0.09);
  }

  private static RunRecord longName() {
    return ChartRuns.measured(
        "Qwen2.5-Coder-7B-Instruct_with_Qwen2.5-Coder-0.5B-Instruct_int8_two_threads, the third"
            + " attempt on a quiet machine",
        Precision.INT8,
        7.13,
        0.79);
  }

  private static RunRecord undefined() {
    RunResult result =
        new RunResult(
            4,
            new Interval(Double.NaN, Double.NaN, Double.NaN, 0),
            0,
            new SideFigures(Double.NaN, Double.NaN, Double.NaN),
            new SideFigures(Double.NaN, Double.NaN, Double.NaN),
            Double.NaN,
            List.of(),
            Double.NaN,
            Double.NaN,
            0,
            Optional.empty(),
            Ledger.UNKNOWN);
    RunResult withoutInterval =
        new RunResult(
            6,
            new Interval(1.3, Double.NaN, Double.NaN, 2),
            0,
            new SideFigures(100, 12, Double.NaN),
            new SideFigures(130, 12, Double.NaN),
            Double.NaN,
            List.of(),
            Double.NaN,
            Double.NaN,
            0,
            Optional.empty(),
            Ledger.UNKNOWN);
    return ChartRuns.run(
        "Nothing after the first token",
        Provenance.RECOVERED,
        Precision.INT8,
        List.of(result, withoutInterval));
  }

  private static RunRecord none() {
    return ChartRuns.run(
        "No pair measured", Provenance.RECOVERED, Precision.INT8, List.<RunResult>of());
  }
}
