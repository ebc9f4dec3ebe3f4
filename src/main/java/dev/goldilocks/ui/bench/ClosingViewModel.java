package dev.goldilocks.ui.bench;

import dev.goldilocks.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Whether the window may close. While a run goes on, or one could not be saved, that is asked
 * first: it may take an hour to measure again.
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
            () -> state.get() != State.OPEN && isLossLikely(),
            state,
            bench.runningProperty(),
            bench.unsaved().sentenceProperty());
  }

  private boolean isLossLikely() {
    return bench.runningProperty().get() || bench.unsaved().count() > 0;
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
    if (!isLossLikely() || state.get() == State.STOPPING) {
      return true;
    }
    state.set(State.ASKING);
    return false;
  }

  /** The window stays, and a run goes on. */
  public void stay() {
    state.set(State.OPEN);
  }

  /**
   * Closes the window. A run is cancelled and what it measured kept before that; when there is a
   * run then that could not be saved, people are asked again.
   */
  public void leave() {
    if (bench.runningProperty().get()) {
      state.set(State.STOPPING);
      bench.finish(this::closeUnlessUnsaved, this::closeUnlessUnsaved);
    } else {
      close.run();
    }
  }

  private void closeUnlessUnsaved() {
    if (bench.unsaved().count() > 0) {
      state.set(State.ASKING);
    } else {
      close.run();
    }
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
      case ASKING ->
          bench.runningProperty().get()
              ? texts.of("closing.question", waiting)
              : texts.of("closing.unsaved", bench.unsaved().count());
      case STOPPING -> texts.of("closing.stopping");
    };
  }

  /** The answer that changes nothing. */
  public String stayAnswer() {
    return texts.of(bench.runningProperty().get() ? "closing.keep" : "closing.stay");
  }

  /** The answer that closes the window. */
  public String leaveAnswer() {
    return texts.of(bench.runningProperty().get() ? "closing.close" : "closing.leave");
  }
}
