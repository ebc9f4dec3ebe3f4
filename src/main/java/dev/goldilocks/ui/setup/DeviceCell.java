package dev.goldilocks.ui.setup;

import dev.goldilocks.hardware.Device;
import dev.goldilocks.ui.nodes.Presence;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A device in a list: its name, and why it cannot be picked, if so. */
final class DeviceCell extends ListCell<Device> {

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
  protected void updateItem(Device device, boolean empty) {
    super.updateItem(device, empty);
    if (empty || device == null) {
      setGraphic(null);
      setDisable(false);
      return;
    }
    name.setText(device.kind().label());
    switch (device) {
      case Device.Usable _ -> {
        reason.setText("");
        setDisable(false);
      }
      case Device.NotUsable notUsable -> {
        reason.setText(notUsable.reason());
        setDisable(true);
      }
    }
    setGraphic(lines);
  }
}
