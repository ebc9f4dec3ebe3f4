package dev.goldilocks.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.chart.ChartKind;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.SampleRuns;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.ScriptedRunService;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;

class ChartsViewModelTest {

  private static final Comparison SWEEP =
      Comparison.of(
          List.of(Records.of(new ScriptedRunService(Shelves.PROMPTS), Specs.of(8, 2, 4, 6))));
  private static final Comparison REPORTED = Comparison.of(List.of(SampleRuns.reported()));

  private final ChartsViewModel charts = new ChartsViewModel(new Texts(Locale.ENGLISH));

  @Test
  void aRunAtSeveralKIsDrawnAtItsFastestUntilEveryKIsWanted() {
    charts.show(Optional.of(SWEEP));
    assertThat(drawn().groups()).hasSize(1);
    charts.everyDraftTokensProperty().set(true);
    assertThat(drawn().groups()).hasSize(3);
  }

  @Test
  void overKEveryKIsDrawn() {
    charts.show(Optional.of(SWEEP));
    charts.kindProperty().set(ChartKind.SPEEDUP_OVER_K);
    assertThat(drawn()).isEqualTo(SWEEP);
  }

  @Test
  void aKindThatHasNothingToSayGivesWay() {
    charts.show(Optional.of(SWEEP));
    charts.kindProperty().set(ChartKind.MEMORY);
    charts.show(Optional.of(REPORTED));
    assertThat(charts.kindProperty().get()).isEqualTo(ChartKind.SPEED);
    assertThat(charts.kindsProperty().get()).containsExactly(ChartKind.SPEED, ChartKind.SPEEDUP);
  }

  @Test
  void aPictureIsNamedAfterWhatItHolds() {
    charts.show(Optional.of(SWEEP));
    charts.kindProperty().set(ChartKind.FIRST_TOKEN);
    assertThat(charts.fileName()).isEqualTo("first-token");
    charts.picture().extentProperty().set(PictureExtent.PAGE);
    assertThat(charts.fileName()).isEqualTo("comparison");
  }

  @Test
  void thePictureIsWhatWasChosen() {
    assertThat(charts.picture().spec()).isEqualTo(PictureSpec.USUAL);
    charts.picture().scaleProperty().set(3);
    charts.picture().coloursProperty().set(ColorScheme.DARK);
    charts.picture().extentProperty().set(PictureExtent.COLUMN);
    assertThat(charts.picture().spec())
        .isEqualTo(new PictureSpec(PictureExtent.COLUMN, 3, ColorScheme.DARK));
  }

  @Test
  void whatBecameOfAPictureTakesThePlaceOfWhatWasSaidBefore() {
    charts.picture().failed("No room.");
    charts.picture().saved("/tmp/speed.png");
    assertThat(charts.picture().problemProperty().get()).isEmpty();
    assertThat(charts.picture().doneProperty().get()).isEqualTo("Saved to /tmp/speed.png.");
    charts.picture().failed("No room.");
    assertThat(charts.picture().doneProperty().get()).isEmpty();
  }

  private Comparison drawn() {
    return charts.drawnProperty().get().orElseThrow();
  }
}
