package dev.goldilocks.chart;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.AtomicWriter;
import dev.goldilocks.runs.Comparison;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.image.Image;

/** Charts as files, for programs that show no window. */
public final class HeadlessCharts {

  /** Sharp on a screen of twice the usual resolution, and in print. */
  private static final int SCALE = 2;

  private HeadlessCharts() {}

  /**
   * Writes a chart of the runs as a PNG file, in place of one that is there: the speedup over K
   * when every run is a sweep over several, else tokens/s. Starts the JavaFX toolkit and ends it:
   * once in a process.
   *
   * @param runs at least one
   * @throws dev.goldilocks.problem.ProblemException when the file cannot be written, or the program
   *     is being ended
   */
  public static void write(List<RunRecord> runs, Path file) {
    write(() -> chart(runs), ComparisonChart.PREFERRED_WIDTH, file);
  }

  /**
   * Writes every chart that has something to say of the runs as one page, otherwise as {@link
   * #write(List, Path)} does.
   *
   * @param runs at least one
   * @throws dev.goldilocks.problem.ProblemException when the file cannot be written
   */
  public static void writePage(List<RunRecord> runs, Path file) {
    Comparison comparison = Comparison.of(runs);
    write(
        () -> ComparisonChart.page(comparison, ChartStyle.light()),
        ComparisonChart.PAGE_WIDTH,
        file);
  }

  private static void write(Supplier<ComparisonChart> chart, double width, Path file) {
    try (HeadlessToolkit toolkit = new HeadlessToolkit()) {
      Image image = toolkit.call(() -> ChartPng.render(chart.get(), width, SCALE));
      new ChartPng(new AtomicWriter()).save(image, file);
    }
  }

  private static ComparisonChart chart(List<RunRecord> runs) {
    Comparison comparison = Comparison.of(runs);
    return runs.stream().allMatch(run -> run.results().size() > 1)
        ? ComparisonChart.of(ChartKind.SPEEDUP_OVER_K, comparison, ChartStyle.light())
        : ComparisonChart.of(ChartKind.SPEED, comparison, ChartStyle.light());
  }
}
