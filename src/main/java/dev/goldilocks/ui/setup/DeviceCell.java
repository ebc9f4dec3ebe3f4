package dev.goldilocks.ui.setup;

import dev.goldilocks.ui.nodes.Presence;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A device in a list: its name, and why it cannot be picked, if so. */
final class DeviceCell extends ListCell<DeviceItem> {

  private final Label name = new Label();
  private final Label reason = new Label();
  private final VBox lines = new VBox(name, reason);

  DeviceCell() {
    reason.getStyleClass().add("facts");
    reason.setWrapText(true);
    reason.setMaxWidth(320);
    Presence.bindToText(reason);
  }

  @Override
  protected void updateItem(DeviceItem device, boolean empty) {
    super.updateItem(device, empty);
    if (empty || device == null) {
      setGraphic(null);
      setDisable(false);
      return;
    }
    name.setText(device.name());
    reason.setText(device.unavailable().orElse(""));
    setDisable(device.unavailable().isPresent());
    setGraphic(lines);
  }
}
