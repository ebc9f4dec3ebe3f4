package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.Probes;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
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

  private static ComparisonChart chart(ChartStyle style, double width) {
    return TOOLKIT.call(
        () -> {
          ComparisonChart chart = PassChart.of(Probes.halfABillion(), style);
          chart.resize(width, chart.prefHeight(width));
          chart.layout();
          return chart;
        });
  }

  private static List<String> texts(ComparisonChart chart) {
    return chart.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map((Node node) -> ((Text) node).getText())
        .toList();
  }
}
