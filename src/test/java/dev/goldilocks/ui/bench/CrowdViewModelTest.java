package dev.goldilocks.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrowdViewModelTest {

  private int threads = 2;
  private Optional<BusyCores> busy = Optional.empty();
  private final CrowdViewModel crowd =
      new CrowdViewModel(
          () -> busy,
          () -> threads,
          new Background(Runnable::run, Runnable::run),
          new Texts(Locale.ENGLISH),
          new FigureFormat(Locale.ENGLISH));

  @Test
  void aBusyProgramThatTakesACoreOfTheRunIsToldWithWhatToDo() {
    looks(2, new BusyCores(1.04, 2));
    assertThat(crowd.hintProperty().get())
        .isEqualTo(
            "Other programs keep 1 of 2 cores busy, and a run wants 2: passes may take ten times"
                + " as long. Close them or measure with 1 thread.");
  }

  @Test
  void whereNoCoreIsLeftOnlyWaitingHelps() {
    looks(2, new BusyCores(1.96, 2));
    assertThat(crowd.hintProperty().get())
        .isEqualTo(
            "Other programs keep 2 of 2 cores busy: passes may take ten times as long. Close them,"
                + " or wait until they are done.");
  }

  @Test
  void othersMayTakeTheCoresThatARunLeavesFree() {
    threads = 1;
    looks(5, new BusyCores(1.1, 2));
    assertThat(crowd.hintProperty().get()).isEmpty();
  }

  @Test
  void aMomentIsNoCrowd() {
    looks(1, new BusyCores(2, 2));
    looks(1, new BusyCores(0, 2));
    looks(1, new BusyCores(2, 2));
    assertThat(crowd.hintProperty().get()).isEmpty();
  }

  @Test
  void theHintGoesWhenThereIsRoomAgain() {
    looks(2, new BusyCores(1, 2));
    looks(1, new BusyCores(0, 2));
    assertThat(crowd.hintProperty().get()).isNotEmpty();
    looks(1, new BusyCores(0, 2));
    assertThat(crowd.hintProperty().get()).isEmpty();
  }

  @Test
  void aLookWithoutAnAnswerChangesNothing() {
    looks(1, new BusyCores(1, 2));
    busy = Optional.empty();
    crowd.look();
    looks(1, new BusyCores(1, 2));
    assertThat(crowd.hintProperty().get()).startsWith("Other programs keep 1 of 2");
  }

  private void looks(int times, BusyCores seen) {
    busy = Optional.of(seen);
    for (int time = 0; time < times; time++) {
      crowd.look();
    }
  }
}
