package dev.goldilocks.ui.bench;

import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.Texts;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * Binds the list of runs under the bench. In a low window, whose height the charts need, it is
 * folded to a line until people unfold it; what they choose stays.
 */
public final class QueueController {

  private static final KeyCombination MOVE_UP =
      new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
  private static final KeyCombination MOVE_DOWN =
      new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);
  private static final double ROW = 32;
  private static final int MOST_ROWS = 4;

  /** Height in pixels under which a window is low. */
  private static final double LOW = 800;

  private final QueueViewModel queue;
  private final Consumer<String> showRun;
  private final Texts texts;

  @FXML private VBox queueView;
  @FXML private ToggleButton unfoldQueue;
  @FXML private Label queueSummary;
  @FXML private Hyperlink clearQueue;
  @FXML private ListView<QueueItem> queueList;

  /**
   * @param showRun shows a saved run by its id
   */
  public QueueController(QueueViewModel queue, Consumer<String> showRun, Texts texts) {
    this.queue = queue;
    this.showRun = showRun;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    Presence.bind(queueView, queue.worthShowingProperty());
    Presence.bind(clearQueue, queue.someEndedProperty());
    queueSummary.textProperty().bind(queue.summaryProperty());
    Presence.bind(queueList, unfoldQueue.selectedProperty());
    unfoldByRoom();
    queueList.setItems(queue.items());
    queueList.setCellFactory(_ -> new QueueCell(queue, showRun, texts));
    queueList
        .prefHeightProperty()
        .bind(Bindings.size(queue.items()).map(size -> ROW * Math.min(size.intValue(), MOST_ROWS)));
    queue.summaryProperty().subscribe(this::showGoing);
    queueList.heightProperty().subscribe(() -> Platform.runLater(this::showGoing));
    queueList.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void unfoldByRoom() {
    Subscription byRoom =
        queueView
            .sceneProperty()
            .flatMap(Scene::heightProperty)
            .map(height -> height.doubleValue() >= LOW)
            .orElse(true)
            .subscribe(unfoldQueue::setSelected);
    // Only a press by people comes as an action.
    unfoldQueue.setOnAction(_ -> byRoom.unsubscribe());
  }

  /** Where all have room, scrolling would leave some of it empty. */
  private void showGoing() {
    if (queue.items().size() > MOST_ROWS) {
      queue.going().ifPresent(queueList::scrollTo);
    }
  }

  @FXML
  private void clearQueue() {
    queue.clearEnded();
  }

  private void pressed(KeyEvent key) {
    QueueItem item = queueList.getSelectionModel().getSelectedItem();
    if (item == null) {
      return;
    }
    if (MOVE_UP.match(key)) {
      queue.moveUp(item);
    } else if (MOVE_DOWN.match(key)) {
      queue.moveDown(item);
    } else if (key.getCode() == KeyCode.DELETE) {
      queue.remove(item);
    } else if (key.getCode() == KeyCode.ENTER) {
      item.savedRun().ifPresent(showRun);
    } else {
      return;
    }
    queueList.getSelectionModel().select(item);
    key.consume();
  }
}
