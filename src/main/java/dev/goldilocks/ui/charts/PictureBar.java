package dev.goldilocks.ui.charts;

import dev.goldilocks.ui.nodes.Choice;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The choice of a picture, the way to it, and what became of it. */
public final class PictureBar extends VBox {

  private final PictureViewModel model;
  private final ChartPictures pictures;
  private final Function<PictureSpec, Optional<Image>> draw;
  private final Supplier<String> fileName;

  @FXML private HBox exportBar;
  @FXML private ToggleGroup extents;
  @FXML private ToggleButton extentChart;
  @FXML private ToggleButton extentColumn;
  @FXML private ToggleButton extentPage;
  @FXML private ToggleGroup scales;
  @FXML private ToggleButton scale1;
  @FXML private ToggleButton scale2;
  @FXML private ToggleButton scale3;
  @FXML private ToggleGroup colours;
  @FXML private ToggleButton coloursLight;
  @FXML private ToggleButton coloursDark;
  @FXML private Label problem;
  @FXML private Label exported;

  /**
   * @param draw draws a picture on the FX thread; empty when there is nothing to draw
   * @param fileName proposes a file name without its ending
   */
  public PictureBar(
      PictureViewModel model,
      ChartPictures pictures,
      Function<PictureSpec, Optional<Image>> draw,
      Supplier<String> fileName,
      Texts texts) {
    this.model = model;
    this.pictures = pictures;
    this.draw = draw;
    this.fileName = fileName;
    FXMLLoader loader =
        new FXMLLoader(
            PictureBar.class.getResource("/dev/goldilocks/ui/charts/picture.fxml"), texts.bundle());
    loader.setRoot(this);
    loader.setController(this);
    try {
      loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("The choice of a picture cannot be loaded", e);
    }
  }

  @FXML
  private void initialize() {
    Choice.bind(
        extents,
        model.extentProperty(),
        Map.of(
            extentChart,
            PictureExtent.CHART,
            extentColumn,
            PictureExtent.COLUMN,
            extentPage,
            PictureExtent.PAGE));
    Choice.bind(scales, model.scaleProperty(), Map.of(scale1, 1, scale2, 2, scale3, 3));
    Choice.bind(
        colours,
        model.coloursProperty(),
        Map.of(coloursLight, ColorScheme.LIGHT, coloursDark, ColorScheme.DARK));
    problem.textProperty().bind(model.problemProperty());
    exported.textProperty().bind(model.doneProperty());
    List.of(problem, exported).forEach(Presence::bindToText);
  }

  /** Shows the choice while a switch is on. */
  public void openWith(BooleanProperty isOpen) {
    Presence.bind(exportBar, isOpen);
  }

  @FXML
  private void save() {
    draw.apply(model.spec())
        .ifPresent(
            image ->
                pictures.save(
                    getScene().getWindow(),
                    image,
                    fileName.get(),
                    file -> model.saved(file.toString()),
                    model::failed));
  }

  @FXML
  private void copy() {
    draw.apply(model.spec())
        .ifPresent(
            image -> {
              ChartPictures.copy(image);
              model.copied();
            });
  }
}
