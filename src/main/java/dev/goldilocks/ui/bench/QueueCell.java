package dev.goldilocks.ui.bench;

import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.Texts;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A run in the queue, with what can be done with it. */
final class QueueCell extends ListCell<QueueItem> {

  private final QueueViewModel queue;
  private final Texts texts;
  private final FontIcon icon = new FontIcon();
  private final Label state = new Label();
  private final Label name = new Label();
  private final Label conditions = new Label();
  private final Label result = new Label();
  private final Hyperlink show = new Hyperlink();
  private final Button up = button("fth-arrow-up", "queue-up");
  private final Button down = button("fth-arrow-down", "queue-down");
  private final Button remove = button("fth-x", "queue-remove");
  private final SimpleBooleanProperty waits = new SimpleBooleanProperty();
  private final SimpleBooleanProperty isSaved = new SimpleBooleanProperty();
  private final SimpleBooleanProperty removable = new SimpleBooleanProperty();
  private final HBox row;

  /**
   * @param showRun shows a saved run by its id
   */
  QueueCell(QueueViewModel queue, Consumer<String> showRun, Texts texts) {
    this.queue = queue;
    this.texts = texts;
    state.setGraphic(icon);
    state.getStyleClass().add("queue-state");
    conditions.getStyleClass().add("facts");
    conditions.setMinWidth(0);
    result.getStyleClass().addAll("facts", "queue-result");
    show.setText(texts.of("queue.show"));
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.setOnAction(_ -> getItem().savedRun().ifPresent(showRun));
    up.setOnAction(_ -> queue.moveUp(getItem()));
    down.setOnAction(_ -> queue.moveDown(getItem()));
    remove.setOnAction(_ -> queue.remove(getItem()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    row = new HBox(state, name, conditions, result, show, gap, up, down, remove);
    row.getStyleClass().add("queue-row");
    disableUnless(up, queue::canMoveUp);
    disableUnless(down, queue::canMoveDown);
    Presence.bind(up, waits);
    Presence.bind(down, waits);
    Presence.bind(show, isSaved);
    Presence.bind(remove, removable);
    Presence.bindToText(result);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(QueueItem item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    QueueItem.State now = item.state();
    icon.setIconLiteral(picture(now));
    state.setText(texts.of(now.key()));
    name.setText(item.name());
    conditions.setText(item.conditions());
    result.setText(item.result());
    result.setMinWidth(leastWidth(now));
    waits.set(now == QueueItem.State.WAITING);
    isSaved.set(item.savedRun().isPresent());
    removable.set(now != QueueItem.State.RUNNING);
    explain(up, "queue.up", item);
    explain(down, "queue.down", item);
    explain(remove, "queue.remove", item);
    setGraphic(row);
    setAccessibleText(
        String.join(", ", state.getText(), item.name(), item.conditions(), item.result()));
    setTooltip(
        new Tooltip(
            Stream.of(item.name(), item.conditions(), item.result())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"))));
  }

  /** A figure without its end misleads; a sentence may be cut, and is whole in the tooltip. */
  private static double leastWidth(QueueItem.State state) {
    return switch (state) {
      case FINISHED -> Region.USE_PREF_SIZE;
      case WAITING, RUNNING, CANCELLED, FAILED -> 0;
    };
  }

  /** What an item can do changes with the items around it. */
  private void disableUnless(Button button, Predicate<QueueItem> possible) {
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> getItem() == null || !possible.test(getItem()),
                queue.items(),
                itemProperty()));
  }

  private void explain(Button button, String key, QueueItem item) {
    String text = texts.of(key, item.name());
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
  }

  private static String picture(QueueItem.State state) {
    return switch (state) {
      case WAITING -> "fth-clock";
      case RUNNING -> "fth-play";
      case FINISHED -> "fth-check";
      case CANCELLED -> "fth-slash";
      case FAILED -> "fth-alert-circle";
    };
  }

  private static Button button(String picture, String style) {
    Button button = new Button();
    button.setGraphic(new FontIcon(picture));
    button.getStyleClass().addAll("button-icon", "flat", style);
    return button;
  }
}
