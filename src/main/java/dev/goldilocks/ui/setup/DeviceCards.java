package dev.goldilocks.ui.setup;

import dev.goldilocks.hardware.Device;
import dev.goldilocks.ui.text.Texts;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A card for each device; one that cannot be used says why when it is asked. */
public final class DeviceCards extends HBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private static final double TOOLTIP_WIDTH = 360;

  public DeviceCards() {
    getStyleClass().add("device-cards");
  }

  void bind(DeviceViewModel model, Texts texts) {
    for (Device device : model.devices()) {
      getChildren().add(card(device, model, texts));
    }
  }

  private static Tooltip tooltip(Device.NotUsable device) {
    Tooltip tooltip = new Tooltip(device.reason() + "\n" + device.way());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
    return tooltip;
  }

  private static Button card(Device device, DeviceViewModel model, Texts texts) {
    String id = device.kind().id();
    Label name = new Label(id.toUpperCase(Locale.ROOT));
    Label state = new Label();
    name.getStyleClass().add("device-name");
    state.getStyleClass().add("facts");
    VBox lines = new VBox(name, state);
    lines.getStyleClass().add("vbox");
    Button card = new Button();
    card.setId("device-" + id);
    card.setGraphic(lines);
    card.getStyleClass().add("device-card");
    card.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(card, Priority.ALWAYS);
    switch (device) {
      case Device.Usable usable -> {
        state.setText(texts.of("setup.device.cores", usable.defaultThreads()));
        model
            .selectedProperty()
            .subscribe(picked -> card.pseudoClassStateChanged(SELECTED, usable.equals(picked)));
      }
      case Device.NotUsable notUsable -> {
        state.setText(texts.of("setup.device.no"));
        card.getStyleClass().add("device-missing");
        card.setTooltip(tooltip(notUsable));
      }
    }
    card.setAccessibleText(device.kind().label() + ", " + state.getText());
    card.setOnAction(_ -> model.choose(device));
    return card;
  }
}
