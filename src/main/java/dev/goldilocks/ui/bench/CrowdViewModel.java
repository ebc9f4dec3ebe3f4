package dev.goldilocks.ui.bench;

import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Says when other programs take cores that a run wants. */
public final class CrowdViewModel {

  /** Looks in a row that have to agree: a single one may fall on somebody's mouse click. */
  private static final int LOOKS = 2;

  private final Callable<Optional<BusyCores>> others;
  private final IntSupplier threads;
  private final Background background;
  private final Texts texts;
  private final FigureFormat figures;
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private int crowdedLooks;
  private int freeLooks;
  private boolean isLooking;

  /**
   * @param others how busy other programs keep the machine; empty when that is not known
   * @param threads of the run that goes on, or of the set-up
   */
  public CrowdViewModel(
      Callable<Optional<BusyCores>> others,
      IntSupplier threads,
      Background background,
      Texts texts,
      FigureFormat figures) {
    this.others = others;
    this.threads = threads;
    this.background = background;
    this.texts = texts;
    this.figures = figures;
  }

  /** Looks at the machine; to be called every few seconds. */
  public void look() {
    if (!isLooking) {
      isLooking = true;
      background.load(others, this::heard, _ -> heard(Optional.empty()));
    }
  }

  /** What others take and what to do about it; empty when there is room for a run. */
  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  private void heard(Optional<BusyCores> busy) {
    isLooking = false;
    busy.ifPresent(this::weigh);
  }

  private void weigh(BusyCores busy) {
    boolean isCrowded = busy.crowd(threads.getAsInt());
    crowdedLooks = isCrowded ? crowdedLooks + 1 : 0;
    freeLooks = isCrowded ? 0 : freeLooks + 1;
    if (crowdedLooks >= LOOKS) {
      hint.set(sentence(busy));
    } else if (freeLooks >= LOOKS) {
      hint.set("");
    }
  }

  private String sentence(BusyCores busy) {
    int free = busy.free();
    String taken = figures.tick(Math.rint(Math.min(busy.others(), busy.all()) * 10) / 10);
    return free >= 1
        ? texts.of("crowd.fewer", taken, busy.all(), threads.getAsInt(), free)
        : texts.of("crowd.wait", taken, busy.all());
  }
}
