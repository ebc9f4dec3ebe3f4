package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.SampleRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonChartTest {

  private static final HeadlessToolkit TOOLKIT = new HeadlessToolkit();
  private static final RunRecord RUN = ChartRuns.measured("A", Precision.INT8, 200, 1.5);
  private static final RunRecord LONG_NAME =
      ChartRuns.measured("Qwen2.5-Coder-".repeat(12), Precision.INT8, 7.13, 0.79);

  static Stream<Arguments> chartsAndWidths() {
    List<List<RunRecord>> comparisons =
        List.of(
            List.of(RUN),
            List.of(RUN, LONG_NAME, ChartRuns.reported()),
            IntStream.range(0, 12)
                .mapToObj(i -> ChartRuns.measured("Run " + i, Precision.INT8, 9 * i, 1.1))
                .toList(),
            List.of(ChartRuns.sweep("Sweep", Precision.INT8, 200, 1)));
    return comparisons.stream()
        .flatMap(
            runs ->
                Stream.of(400, 760, 880, 1600).map(width -> Arguments.of(runs, (double) width)));
  }

  @ParameterizedTest
  @MethodSource("chartsAndWidths")
  void noTextIsCutOffOrCoversAnother(List<RunRecord> runs, double width) {
    Comparison comparison = Comparison.of(runs);
    for (ChartKind kind : ChartKind.values()) {
      ComparisonChart chart = ComparisonChart.of(kind, comparison, ChartStyle.light());
      double height = laidOut(chart, width);
      List<Text> texts = nodes(chart, Text.class);

      assertThat(texts).isNotEmpty();
      for (int i = 0; i < texts.size(); i++) {
        Bounds bounds = texts.get(i).getBoundsInParent();
        assertThat(bounds.getMinX()).as(texts.get(i).getText()).isGreaterThanOrEqualTo(0);
        assertThat(bounds.getMaxX()).as(texts.get(i).getText()).isLessThanOrEqualTo(width);
        assertThat(bounds.getMaxY()).as(texts.get(i).getText()).isLessThanOrEqualTo(height);
        for (int j = i + 1; j < texts.size(); j++) {
          assertThat(overlap(bounds, texts.get(j).getBoundsInParent()))
              .as(texts.get(i).getText() + " and " + texts.get(j).getText())
              .isFalse();
        }
      }
    }
  }

  @Test
  void barsAreAsLongAsTheirFigures() {
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.SPEED, Comparison.of(List.of(RUN)), ChartStyle.light());
    laidOut(chart, 880);

    ChartPalette palette = ChartPalette.light();
    double baseline = bar(chart, palette.baselineFill()).getWidth();
    double speculative = bar(chart, palette.speculative()).getWidth();
    assertThat(speculative / baseline).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void figuresAreWrittenBesideTheirBars() {
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.SPEED, Comparison.of(List.of(RUN)), ChartStyle.light());
    laidOut(chart, 880);

    assertThat(texts(chart)).contains("200", "300", "1.50×", "1.44 to 1.56");
  }

  @Test
  void theStylesLocaleWritesTheFigures() {
    ChartStyle german = new ChartStyle(ChartPalette.light(), Locale.GERMANY);
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.SPEED, Comparison.of(List.of(RUN)), german);
    laidOut(chart, 880);

    assertThat(texts(chart)).contains("1,50×", "1,44 to 1,56");
  }

  @Test
  void aWiderChartIsDrawnAnew() {
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.SPEED, Comparison.of(List.of(RUN)), ChartStyle.light());
    laidOut(chart, 700);
    double before = bar(chart, ChartPalette.light().speculative()).getWidth();
    laidOut(chart, 1200);

    assertThat(bar(chart, ChartPalette.light().speculative()).getWidth()).isGreaterThan(before);
  }

  @Test
  void runsBeyondTheFifthAreNamedUnderASweep() {
    List<RunRecord> runs =
        IntStream.range(0, 6)
            .mapToObj(i -> ChartRuns.sweep("Sweep " + i, Precision.INT8, 200, 1 - i * 0.05))
            .toList();
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.SPEEDUP_OVER_K, Comparison.of(runs), ChartStyle.light());
    laidOut(chart, 880);

    assertThat(texts(chart)).contains("Not drawn, for want of colours: Sweep 5.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anImageHasExactlyTheScaledSize(int scale) {
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.SPEED, Comparison.of(List.of(RUN)), ChartStyle.light());
    double height = TOOLKIT.call(() -> Math.ceil(chart.prefHeight(880)));

    Image image = TOOLKIT.call(() -> ChartPng.render(chart, 880, scale));

    assertThat(List.of(image.getWidth(), image.getHeight()))
        .containsExactly(880.0 * scale, height * scale);
  }

  static Stream<Arguments> stylesAndScales() {
    return Stream.of(ChartStyle.light(), ChartStyle.dark())
        .flatMap(style -> Stream.of(1, 2).map(scale -> Arguments.of(style, scale)));
  }

  @ParameterizedTest
  @MethodSource("stylesAndScales")
  void anImageHoldsItsTitleAndSeriesOnItsBackground(ChartStyle style, int scale) {
    ComparisonChart chart = ComparisonChart.of(ChartKind.SPEED, Comparison.of(List.of(RUN)), style);

    Image image = TOOLKIT.call(() -> ChartPng.render(chart, 880, scale));

    ChartPalette palette = style.palette();
    assertThat(count(image, palette.text(), 24 * scale, 24 * scale, 400 * scale, 24 * scale))
        .as("pixels of the title")
        .isGreaterThan(200);
    assertThat(countEverywhere(image, palette.speculative())).isGreaterThan(1000 * scale);
    assertThat(countEverywhere(image, palette.baselineFill())).isGreaterThan(1000 * scale);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    assertThat(count(image, palette.background(), 0, 0, width, 4)).isEqualTo(width * 4);
    assertThat(count(image, palette.background(), 0, height - 4, width, 4)).isEqualTo(width * 4);
    assertThat(count(image, palette.background(), width - 4, 0, 4, height)).isEqualTo(4 * height);
  }

  @Test
  void aChartInAWindowIsNotTakenOutOfIt() {
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.SPEED, Comparison.of(List.of(RUN)), ChartStyle.light());
    TOOLKIT.call(() -> new Scene(chart));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TOOLKIT.call(() -> ChartPng.render(chart, 880, 1)));
  }

  static Stream<Arguments> figuresOfEveryKind() {
    return Stream.of(
        Arguments.of(ChartKind.SPEED, List.of("200", "300", "1.50×", "1.44 to 1.56")),
        Arguments.of(ChartKind.SPEEDUP, List.of("1.50×", "1.44 to 1.56", "speedup")),
        Arguments.of(ChartKind.SPEEDUP_OVER_K, List.of("speedup", "drafted tokens a round, K")),
        Arguments.of(
            ChartKind.WATERFALL,
            List.of(
                "Theorem 3.8",
                "2.10×",
                "Cost of the check",
                "−0.26 (×0.875)",
                "Time in neither model",
                "−0.37 (×0.800)",
                "Predicted",
                "1.47×",
                "Uneven acceptance",
                "+0.08 (×1.06)",
                "Rest, within 10 %",
                "−0.05 (×0.968)",
                "Measured",
                "1.50×")),
        Arguments.of(
            ChartKind.LEDGER,
            List.of(
                "ms a round",
                "10.0",
                "draft 2.00 ms, 20 % · verify 6.00 ms, 60 % · sampling and acceptance 0.500 ms, 5 %"
                    + " · host 1.00 ms, 10 % · residual 0.500 ms, 5 %")),
        Arguments.of(ChartKind.ACCEPTANCE, List.of("71.0 %", "accepted")),
        Arguments.of(
            ChartKind.ACCEPTANCE_BY_POSITION, List.of("accepted", "position in the draft")),
        Arguments.of(ChartKind.ACCEPTANCE_LENGTH, List.of("3.10", "tokens a round")),
        Arguments.of(ChartKind.FIRST_TOKEN, List.of("14.2", "16.1", "ms")),
        Arguments.of(ChartKind.MEMORY, List.of("512", "MB")));
  }

  @ParameterizedTest
  @MethodSource("figuresOfEveryKind")
  void everyKindWritesItsFiguresAndUnits(ChartKind kind, List<String> written) {
    ComparisonChart chart =
        ComparisonChart.of(kind, Comparison.of(List.of(RUN)), ChartStyle.light());
    laidOut(chart, 880);

    assertThat(texts(chart)).containsAll(written);
  }

  @ParameterizedTest
  @EnumSource(ChartKind.class)
  void everyKindCarriesTheSetUp(ChartKind kind) {
    ComparisonChart chart =
        ComparisonChart.of(kind, Comparison.of(List.of(RUN)), ChartStyle.light());
    laidOut(chart, 420);

    assertThat(texts(chart))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("GoldilocksCoder-0.7M int8", "cpu, 2 threads", "greedy", "measured"));
  }

  @Test
  void whatCannotBeSeenIsSaidInWords() {
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.SPEED, Comparison.of(List.of(RUN)), ChartStyle.light());

    assertThat(chart.getAccessibleText())
        .isEqualTo(
            "Decode speed of GoldilocksCoder-9M int8, with and without a draft. A: Baseline: 200"
                + " tokens/s, 192 to 208, Speculative: 300 tokens/s, 288 to 312, Speedup: 1.50×,"
                + " 1.44 to 1.56.");
  }

  @Test
  void pointingAtALineShowsItsValues() {
    ComparisonChart chart =
        ComparisonChart.of(
            ChartKind.SPEEDUP_OVER_K,
            Comparison.of(List.of(ChartRuns.sweep("Sweep", Precision.INT8, 200, 1))),
            ChartStyle.light());
    double height = laidOut(chart, 880);
    assertThat(readout(chart)).isEmpty();

    // Eight values of K from 72 to 856: the fourth has its middle at 415.
    point(chart, 415, height / 2);

    assertThat(readout(chart))
        .containsExactly(
            "drafted tokens a round, K 4", "Sweep: 1.43×, 1.36 to 1.50, predicted 1.47×");
  }

  @Test
  void theLastPredictionIsDrawnOverASweepAndExplained() {
    // At K = 1, alpha 0.73 gives 1.73 tokens a round; it costs 0.1 + 1.05 + 0.4 target steps.
    ComparisonChart chart =
        ComparisonChart.of(
            ChartKind.SPEEDUP_OVER_K,
            Comparison.of(List.of(ChartRuns.sweep("Sweep", Precision.INT8, 200, 1))),
            ChartStyle.light());
    laidOut(chart, 880);

    assertThat(texts(chart)).contains("Sweep", "Predicted from the measured costs");
    assertThat(chart.getAccessibleText())
        .contains("drafted tokens a round, K 1: Sweep: 1.18×, 1.15 to 1.21, predicted 1.12×.");
  }

  @Test
  void aSweepHasAcceptanceAndItsMeanLengthOverTheSameNumbers() {
    ComparisonChart chart =
        ComparisonChart.of(
            ChartKind.SPEEDUP_OVER_K,
            Comparison.of(List.of(ChartRuns.sweep("Sweep", Precision.INT8, 200, 1))),
            ChartStyle.light());
    laidOut(chart, 880);

    assertThat(texts(chart)).contains("acceptance rate", "mean acceptance length, tokens a round");
    assertThat(chart.getAccessibleText())
        .contains(
            "K 8: Sweep: 71.0 %, 68.0 % to 74.0 %.",
            "drafted tokens a round, K 8: Sweep: 3.10, 2.90 to 3.30.");
  }

  @Test
  void policiesStandByNameAfterTheLargestK() {
    RunRecord sweep = ChartRuns.sweep("Sweep", Precision.INT8, 200, 1);
    List<RunResult> results = new ArrayList<>(sweep.results());
    results.add(policy(new DraftLength.Confident(8, 0.4)));
    results.add(policy(new DraftLength.Predicted(16)));
    ComparisonChart chart =
        ComparisonChart.of(
            ChartKind.SPEEDUP_OVER_K,
            Comparison.of(List.of(ChartRuns.withResults(sweep, results))),
            ChartStyle.light());
    laidOut(chart, 880);

    assertThat(texts(chart)).contains("8", "8@0.4", "auto");
    assertThat(chart.getAccessibleText())
        .contains("8@0.4: Sweep: 1.50×, 1.44 to 1.56", "auto: Sweep: 71.0 %, 68.0 % to 74.0 %");
  }

  @Test
  void aNameThatWouldTouchItsNeighboursIsLeftToTheReadOut() {
    RunRecord sweep = ChartRuns.sweep("Sweep", Precision.INT8, 200, 1);
    List<RunResult> results = new ArrayList<>(sweep.results());
    results.add(policy(new DraftLength.Heuristic(16)));
    ComparisonChart chart =
        ComparisonChart.of(
            ChartKind.SPEEDUP_OVER_K,
            Comparison.of(List.of(ChartRuns.withResults(sweep, results))),
            ChartStyle.light());

    laidOut(chart, 420);
    assertThat(texts(chart)).doesNotContain("heuristic");
    assertThat(chart.getAccessibleText()).contains("heuristic: Sweep: 1.50×");
    laidOut(chart, 880);
    assertThat(texts(chart)).containsOnlyOnce("heuristic");
  }

  private static RunResult policy(DraftLength length) {
    RunResult figures = ChartRuns.result(4, 200, 1.5, 0.04);
    return new RunResult(
        Optional.of(length),
        3.5,
        figures.speedup(),
        figures.pairsLeftOut(),
        figures.baseline(),
        figures.speculative(),
        figures.acceptanceRate(),
        figures.acceptanceByPosition(),
        figures.meanAcceptanceLength(),
        figures.alpha(),
        figures.peakMemoryBytes(),
        figures.lossless(),
        figures.ledger(),
        figures.intervals());
  }

  @Test
  void pointingAtAWaterfallShowsItsStepsWithTheMeasuredInterval() {
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.WATERFALL, Comparison.of(List.of(RUN)), ChartStyle.light());

    assertThat(chart.getAccessibleText())
        .isEqualTo(
            "From Theorem 3.8 to the measured speedup. A: Theorem 3.8: 2.10×, Cost of the check:"
                + " −0.26 (×0.875), Time in neither model: −0.37 (×0.800), Predicted: 1.47×,"
                + " Uneven acceptance: +0.08 (×1.06), Rest, within 10 %: −0.05 (×0.968),"
                + " Measured: 1.50×, 1.44 to 1.56.");
  }

  @Test
  void aChangeTooSmallToWriteHasNoSign() {
    ComparisonChart chart =
        ComparisonChart.of(
            ChartKind.WATERFALL,
            Comparison.of(List.of(ChartRuns.measured("A", Precision.INT8, 200, 1.5499))),
            ChartStyle.light());
    laidOut(chart, 880);

    // 3.1 tokens a round at a cost of 2 target steps are 1.55.
    assertThat(texts(chart)).contains("0.00 (×1.00)");
  }

  @Test
  void pointingAtALedgerShowsItsPartsToThreeDigits() {
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.LEDGER, Comparison.of(List.of(RUN)), ChartStyle.light());

    assertThat(chart.getAccessibleText())
        .isEqualTo(
            "Where a round’s time goes. A: Round: 10.0 ms, draft 2.00 ms, 20.0 %, verify 6.00 ms,"
                + " 60.0 %, sampling and acceptance 0.500 ms, 5.00 %, host 1.00 ms, 10.0 %,"
                + " residual 0.500 ms, 5.00 %.");
  }

  @Test
  void aRunWhoseCostsAreNotKnownIsNamedUnderTheWaterfall() {
    ComparisonChart chart =
        ComparisonChart.of(
            ChartKind.WATERFALL,
            Comparison.of(List.of(RUN, ChartRuns.reported())),
            ChartStyle.light());
    laidOut(chart, 880);

    assertThat(texts(chart))
        .contains(
            "No steps, because the figures do not tell what a round cost: Article, RTX 6000 †.");
  }

  @Test
  void reportedFiguresAreHatchedAndNamed() {
    ComparisonChart chart =
        ComparisonChart.of(
            ChartKind.SPEED, Comparison.of(List.of(RUN, ChartRuns.reported())), ChartStyle.light());
    laidOut(chart, 880);

    assertThat(texts(chart)).contains("Reported, not measured here");
    // Both bars, and the swatch of the legend.
    assertThat(nodes(chart, Path.class)).hasSize(3);
  }

  @Test
  void aPageHoldsEveryChartThatHasSomethingToSayAndTheSetUpOnce() {
    Comparison comparison =
        Comparison.of(List.of(ChartRuns.sweep("Sweep", Precision.INT8, 200, 1), RUN));
    ComparisonChart page = ComparisonChart.page(comparison, ChartStyle.light());
    laidOut(page, ComparisonChart.PAGE_WIDTH);

    List<String> texts = texts(page);
    assertThat(texts)
        .contains(
            "Comparison of 2 runs",
            "Decode speed of GoldilocksCoder-9M int8, with and without a draft",
            "Speedup of GoldilocksCoder-9M int8 over K",
            "Acceptance rate",
            "Acceptance by position in the draft",
            "Mean acceptance length",
            "Time to first token",
            "Peak memory");
    assertThat(texts).filteredOn(text -> text.contains("greedy")).hasSize(1);
  }

  @Test
  void aCategoryHasALineForEachRunThatMeasuredIt() {
    Comparison comparison =
        Comparison.of(
            List.of(SampleRuns.named("a", "A"), SampleRuns.named("b", "B"), ChartRuns.reported()));
    ComparisonChart chart =
        ComparisonChart.of(ChartKind.CATEGORIES, comparison, ChartStyle.light());
    laidOut(chart, 880);

    // Two pairs of 3 tokens in 14.1 ms and in 11 ms, and one beside them that counts as well.
    double ratio = 14.10001 / 11.0;
    String written = new FigureText(Locale.ROOT).factor(ratio);
    assertThat(texts(chart)).contains("Speedup by prompt category", "code", "2 prompts");
    assertThat(texts(chart)).filteredOn(written::equals).hasSize(2);
  }

  @Test
  void aKindThatNoRunHasFiguresForIsNotAmongTheKinds() {
    assertThat(ChartKind.toldBy(Comparison.of(List.of(ChartRuns.reported()))))
        .containsExactly(ChartKind.SPEED, ChartKind.SPEEDUP);
  }

  private static void point(ComparisonChart chart, double x, double y) {
    TOOLKIT.call(
        () -> {
          chart.fireEvent(
              new MouseEvent(
                  MouseEvent.MOUSE_MOVED,
                  x,
                  y,
                  x,
                  y,
                  MouseButton.NONE,
                  0,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  null));
          return chart;
        });
  }

  private static List<String> readout(ComparisonChart chart) {
    return chart.getChildrenUnmodifiable().stream()
        .filter(node -> node.getStyleClass().contains("chart-readout"))
        .flatMap(node -> nodes((Parent) node, Text.class).stream())
        .map(Text::getText)
        .toList();
  }

  private static double laidOut(ComparisonChart chart, double width) {
    return TOOLKIT.call(
        () -> {
          double height = chart.prefHeight(width);
          chart.resize(width, height);
          chart.layout();
          return height;
        });
  }

  private static Rectangle bar(ComparisonChart chart, Color fill) {
    return nodes(chart, Rectangle.class).stream()
        .filter(rectangle -> fill.equals(rectangle.getFill()))
        .filter(rectangle -> rectangle.getWidth() != ChartFrame.SYMBOL_WIDTH)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(ComparisonChart chart) {
    return nodes(chart, Text.class).stream().map(Text::getText).toList();
  }

  private static <T extends Node> List<T> nodes(Parent parent, Class<T> type) {
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(
            node ->
                node instanceof Parent inner
                    ? nodes(inner, type).stream()
                    : Stream.of(node).filter(type::isInstance).map(type::cast))
        .toList();
  }

  /** Lines may touch, within a pixel. */
  private static boolean overlap(Bounds one, Bounds other) {
    return one.getMaxX() > other.getMinX() + 1
        && other.getMaxX() > one.getMinX() + 1
        && one.getMaxY() > other.getMinY() + 2
        && other.getMaxY() > one.getMinY() + 2;
  }

  private static int countEverywhere(Image image, Color color) {
    return count(image, color, 0, 0, (int) image.getWidth(), (int) image.getHeight());
  }

  private static int count(Image image, Color color, int x, int y, int width, int height) {
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(x, y, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    int wanted = Integer.rotateRight(color.hashCode(), 8);
    return Math.toIntExact(IntStream.of(pixels).filter(pixel -> pixel == wanted).count());
  }
}
