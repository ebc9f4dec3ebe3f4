package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.PassRegime;
import dev.goldilocks.bench.Probes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassChartTest {

  private static final HeadlessToolkit TOOLKIT = new HeadlessToolkit();

  @Test
  void everyPassIsReadWithItsFloorsAndWhatBindsIt() {
    // T(1) 50 ms, 1 GB at 25 GB/s, 1 billion operations a token at 200 billion a second.
    assertThat(chart(ChartStyle.light(), 880).getAccessibleText())
        .startsWith("Time of a pass over n tokens. ")
        .contains(
            "n 1: Measured: 50.0 ms, memory-bound (80.0 %), Memory floor: 40.0 ms, Compute floor:"
                + " 5.00 ms")
        .contains(
            "n 16: Measured: 130 ms, compute-bound (61.5 %), Memory floor: 40.0 ms, Compute floor:"
                + " 80.0 ms");
  }

  @ParameterizedTest
  @ValueSource(doubles = {400, 760, 1600})
  void itStandsAloneAtAnyWidth(double width) {
    assertThat(texts(chart(ChartStyle.dark(), width)))
        .contains("Measured", "Memory floor", "Compute floor", "milliseconds")
        .anyMatch(text -> text.contains("Large, bf16, cpu on Abacus 2000 with 2 threads"));
  }

  @Test
  void figuresAreWrittenAsPeopleDoHere() {
    ChartStyle german = new ChartStyle(ChartPalette.light(), Locale.GERMANY);

    assertThat(chart(german, 880).getAccessibleText()).contains("50,0 ms");
  }

  /** T(1): memory 40 of 50 ms, arithmetic 5 ms of it at once. T(16): 80 of 130 ms, memory 40. */
  @Test
  void whatLimitsEachPassIsReadOut() {
    assertThat(chart(ProbeChartKind.PASS_LIMITS, ChartStyle.light(), 880).getAccessibleText())
        .startsWith("What limits a pass over n tokens. ")
        .contains(
            "n = 1: T(n): 50.0 ms, memory-bound (80.0 %), memory: 80.0 %, compute: 10.0 %,"
                + " overhead: 20.0 %")
        .contains(
            "n = 16: T(n): 130 ms, compute-bound (61.5 %), memory: 30.8 %, compute: 61.5 %,"
                + " overhead: 38.5 %");
  }

  @Test
  void thePartsOfABarAddUpToThePass() {
    PassRegime regime = new PassRegime(0.8, 0.1, 0.2);

    assertThat(Stream.of(PassPart.values()).map(part -> part.share(regime)))
        .usingComparatorForType(
            Comparator.comparingDouble(share -> Math.rint(share * 1e12)), Double.class)
        .containsExactly(0.7, 0.1, 0.0, 0.2);
  }

  @Test
  void theArrowKeysReadOutOneValueAfterTheOther() {
    ComparisonChart chart = chart(ProbeChartKind.PASS_LIMITS, ChartStyle.light(), 880);
    String all = chart.getAccessibleText();
    TOOLKIT.call(
        () -> {
          press(chart, KeyCode.DOWN);
          press(chart, KeyCode.DOWN);
          press(chart, KeyCode.UP);
          return chart;
        });
    assertThat(chart.getAccessibleText()).startsWith("Large, n = 1: T(n): 50.0 ms");
    TOOLKIT.call(
        () -> {
          press(chart, KeyCode.ESCAPE);
          return chart;
        });
    assertThat(chart.getAccessibleText()).isEqualTo(all);
  }

  @Test
  void bothChartsStandOnOnePageWithTheirSetUpOnce() {
    ComparisonChart page =
        TOOLKIT.call(
            () -> {
              ComparisonChart drawn = PassChart.page(Probes.halfABillion(), ChartStyle.light());
              drawn.resize(1240, drawn.prefHeight(1240));
              drawn.layout();
              return drawn;
            });

    assertThat(texts(page))
        .contains("Time of a pass over n tokens", "What limits a pass over n tokens")
        .filteredOn(text -> text.contains("cpu on Abacus 2000 with 2 threads"))
        .hasSize(1);
  }

  private static void press(ComparisonChart chart, KeyCode key) {
    Event.fireEvent(
        chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  private static ComparisonChart chart(ChartStyle style, double width) {
    return chart(ProbeChartKind.PASS_TIMES, style, width);
  }

  private static ComparisonChart chart(ProbeChartKind kind, ChartStyle style, double width) {
    return TOOLKIT.call(
        () -> {
          ComparisonChart chart = PassChart.of(kind, Probes.halfABillion(), style);
          chart.resize(width, chart.prefHeight(width));
          chart.layout();
          return chart;
        });
  }

  private static List<String> texts(ComparisonChart chart) {
    return texts((Parent) chart).toList();
  }

  private static Stream<String> texts(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(
            node ->
                switch (node) {
                  case Text text -> Stream.of(text.getText());
                  case Parent inner -> texts(inner);
                  default -> Stream.of();
                });
  }
}
