package dev.goldilocks.ui.bench;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.ui.runs.SavedRunsViewModel;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Runs of this window that the library could not take, on a full disk for example. They are kept
 * here until it can, or the window is closed.
 */
public final class UnsavedRunsViewModel {

  private final SavedRunsViewModel saved;
  private final Texts texts;
  private final List<Unsaved> runs = new ArrayList<>();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private String reason = "";
  private boolean saving;

  UnsavedRunsViewModel(SavedRunsViewModel saved, Texts texts) {
    this.saved = saved;
    this.texts = texts;
  }

  private record Unsaved(RunRecord run, Runnable done) {}

  /**
   * Keeps a run.
   *
   * @param why it could not be saved, in one sentence
   * @param done hears that it is saved
   */
  void add(RunRecord run, String why, Runnable done) {
    runs.add(new Unsaved(run, done));
    reason = why;
    say();
  }

  /** Tries to save them all; does nothing while that goes on. */
  public void saveAgain() {
    if (!saving) {
      saving = true;
      save(List.copyOf(runs).iterator());
    }
  }

  /** How many there are. */
  public int count() {
    return runs.size();
  }

  /** How many there are and why; empty when there is none. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  private void save(Iterator<Unsaved> rest) {
    if (!rest.hasNext()) {
      saving = false;
      return;
    }
    Unsaved next = rest.next();
    saved.save(
        next.run(),
        () -> {
          runs.remove(next);
          say();
          next.done().run();
          save(rest);
        },
        why -> {
          reason = why;
          say();
          save(rest);
        });
  }

  private void say() {
    sentence.set(runs.isEmpty() ? "" : texts.of("unsaved.sentence", runs.size(), reason));
  }
}
