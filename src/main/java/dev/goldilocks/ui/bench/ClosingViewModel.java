package dev.goldilocks.ui.bench;

import dev.goldilocks.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Whether the window may close. While a run goes on that is asked first: it may take an hour to
 * measure again.
 */
public final class ClosingViewModel {

  private final BenchViewModel bench;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);
  private final BooleanBinding questioned;
  private Runnable close = () -> {};

  /** How far closing is. */
  public enum State {
    /** Nobody wants to close the window. */
    OPEN,
    /** People are asked whether to. */
    ASKING,
    /** The run is being stopped and saved; the window closes then. */
    STOPPING
  }

  public ClosingViewModel(BenchViewModel bench, Texts texts) {
    this.bench = bench;
    this.texts = texts;
    questioned =
        Bindings.createBooleanBinding(
            () -> state.get() != State.OPEN && bench.runningProperty().get(),
            state,
            bench.runningProperty());
  }

  /** What closes the window. */
  public void setOnClose(Runnable action) {
    close = action;
  }

  /**
   * Somebody wants to close the window.
   *
   * @return whether it may close at once; otherwise people are asked
   */
  public boolean mayClose() {
    if (!bench.runningProperty().get() || state.get() == State.STOPPING) {
      return true;
    }
    state.set(State.ASKING);
    return false;
  }

  /** The run goes on, and the window stays. */
  public void keepMeasuring() {
    state.set(State.OPEN);
  }

  /** Cancels the run, keeps what it measured and closes the window. */
  public void cancelAndClose() {
    state.set(State.STOPPING);
    bench.finish(close, () -> state.set(State.OPEN));
  }

  /** How far closing is. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether there is something to ask or to wait for. */
  public BooleanBinding questionedProperty() {
    return questioned;
  }

  /** The question with what becomes of runs, or what is being waited for. */
  public String sentence() {
    int waiting = bench.queue().waiting().size();
    return switch (state.get()) {
      case OPEN -> "";
      case ASKING -> texts.of("closing.question", waiting);
      case STOPPING -> texts.of("closing.stopping");
    };
  }
}
