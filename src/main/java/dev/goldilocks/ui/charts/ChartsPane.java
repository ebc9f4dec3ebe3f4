package dev.goldilocks.ui.charts;

import dev.goldilocks.chart.ChartKind;
import dev.goldilocks.chart.ChartPalette;
import dev.goldilocks.chart.ChartStyle;
import dev.goldilocks.chart.ComparisonChart;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.ui.nodes.Choice;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One chart of some runs, the switch between its kinds, and the way to a picture of it. */
public final class ChartsPane extends VBox {

  private final ChartsViewModel model;
  private final ChartPictures pictures;
  private final ObservableValue<ColorScheme> windowColours;
  private final Texts texts;
  private final Locale locale;
  private final ToggleGroup kindGroup = new ToggleGroup();
  private final Map<ChartKind, ToggleButton> kindButtons = new EnumMap<>(ChartKind.class);

  @FXML private HBox kinds;
  @FXML private CheckBox everyDraftTokens;
  @FXML private ToggleButton showExport;
  @FXML private StackPane chart;

  /**
   * @param windowColours those of the window
   * @param locale of the figures in the window
   */
  public ChartsPane(
      ChartsViewModel model,
      ChartPictures pictures,
      ObservableValue<ColorScheme> windowColours,
      Texts texts,
      Locale locale) {
    this.model = model;
    this.pictures = pictures;
    this.windowColours = windowColours;
    this.texts = texts;
    this.locale = locale;
    FXMLLoader loader =
        new FXMLLoader(
            ChartsPane.class.getResource("/dev/goldilocks/ui/charts/charts.fxml"), texts.bundle());
    loader.setRoot(this);
    loader.setController(this);
    try {
      loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("The charts cannot be loaded", e);
    }
  }

  @FXML
  private void initialize() {
    makeKindButtons();
    everyDraftTokens.selectedProperty().bindBidirectional(model.everyDraftTokensProperty());
    Presence.bind(
        everyDraftTokens,
        Bindings.createBooleanBinding(
            () ->
                model
                    .runsProperty()
                    .get()
                    .filter(runs -> runs.hasSeveralDraftTokens())
                    .filter(_ -> !model.kindProperty().get().choosesDraftTokens())
                    .isPresent(),
            model.runsProperty(),
            model.kindProperty()));
    addPictureBar();
    model.drawnProperty().subscribe(this::draw);
    model.kindProperty().subscribe(this::draw);
    windowColours.subscribe(this::draw);
  }

  private void makeKindButtons() {
    Explanations explanations = new Explanations(texts.locale());
    for (ChartKind kind : ChartKind.values()) {
      ToggleButton button = new ToggleButton(texts.of("chart." + id(kind)));
      button.setId("chart-" + id(kind));
      button.getStyleClass().addAll("small", "center-pill");
      button.setMinWidth(USE_PREF_SIZE);
      button.setToggleGroup(kindGroup);
      button.disableProperty().bind(model.kindsProperty().map(told -> !told.contains(kind)));
      explanations.explain(button, means(kind));
      kindButtons.put(kind, button);
      kinds.getChildren().add(button);
    }
    setPill(kinds.getChildren().getFirst(), "left-pill");
    setPill(kinds.getChildren().getLast(), "right-pill");
    Choice.bind(
        kindGroup,
        model.kindProperty(),
        kindButtons.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
  }

  /** What the chart shows, on its axes and as its marks. */
  private static Definition[] means(ChartKind kind) {
    return switch (kind) {
      case SPEED -> new Definition[] {Definition.TOKENS_PER_SECOND, Definition.SPEEDUP};
      case SPEEDUP, CATEGORIES -> new Definition[] {Definition.SPEEDUP, Definition.INTERVAL};
      case SPEEDUP_OVER_K ->
          new Definition[] {
            Definition.DRAFT_TOKENS,
            Definition.SPEEDUP,
            Definition.INTERVAL,
            Definition.PREDICTED_SPEEDUP
          };
      case WATERFALL -> new Definition[] {Definition.PREDICTED_SPEEDUP, Definition.SPEEDUP};
      case LEDGER ->
          new Definition[] {
            Definition.ROUND_TIME,
            Definition.DRAFT_TIME,
            Definition.VERIFY_TIME,
            Definition.ACCEPTANCE_TIME,
            Definition.HOST_TIME,
            Definition.RESIDUAL_TIME
          };
      case ACCEPTANCE -> new Definition[] {Definition.ACCEPTANCE_RATE};
      case ACCEPTANCE_BY_POSITION -> new Definition[] {Definition.ACCEPTANCE_BY_POSITION};
      case ACCEPTANCE_LENGTH -> new Definition[] {Definition.ACCEPTANCE_LENGTH};
      case FIRST_TOKEN -> new Definition[] {Definition.FIRST_TOKEN};
      case MEMORY -> new Definition[] {Definition.PEAK_MEMORY};
    };
  }

  private static void setPill(Node button, String end) {
    button.getStyleClass().remove("center-pill");
    button.getStyleClass().add(end);
  }

  private static String id(ChartKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void addPictureBar() {
    PictureBar bar =
        new PictureBar(model.picture(), pictures, this::picture, model::fileName, texts);
    bar.openWith(showExport.selectedProperty());
    getChildren().add(getChildren().indexOf(chart), bar);
  }

  private Optional<Image> picture(PictureSpec spec) {
    return model
        .drawnProperty()
        .get()
        .map(
            drawn ->
                ChartPictures.draw(
                    spec,
                    model.kindProperty().get(),
                    drawn,
                    model.runsProperty().get().orElse(drawn)));
  }

  private void draw() {
    ChartPalette palette =
        switch (windowColours.getValue()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    ChartStyle style = new ChartStyle(palette, locale);
    chart
        .getChildren()
        .setAll(
            model.drawnProperty().get().stream()
                .map(drawn -> ComparisonChart.of(model.kindProperty().get(), drawn, style))
                .toList());
  }
}
