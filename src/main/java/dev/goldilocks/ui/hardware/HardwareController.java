package dev.goldilocks.ui.hardware;

import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeDisturbance;
import dev.goldilocks.bench.ProbeFigures;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.chart.ChartPalette;
import dev.goldilocks.chart.ChartStyle;
import dev.goldilocks.chart.PassChart;
import dev.goldilocks.chart.ProbeChartKind;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.runs.DisturbanceText;
import dev.goldilocks.ui.charts.ChartPictures;
import dev.goldilocks.ui.charts.PictureBar;
import dev.goldilocks.ui.charts.PictureSpec;
import dev.goldilocks.ui.charts.PictureViewModel;
import dev.goldilocks.ui.hardware.HardwareViewModel.Acceptance;
import dev.goldilocks.ui.nodes.Choice;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.ColorScheme;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Binds the page of the machine. */
public final class HardwareController {

  private static final Duration BETWEEN_LOOKS = Duration.millis(250);

  private final HardwareViewModel model;
  private final ChartPictures pictures;
  private final ObservableValue<ColorScheme> windowColours;
  private final Texts texts;
  private final FigureFormat figures;
  private final ProbeTables tables;
  private final Explanations explanations;
  private final DisturbanceText disturbances;
  private final DateTimeFormatter dates;
  private final Timeline looks;
  private final PictureViewModel picture;
  private final ObjectProperty<ProbeChartKind> kind =
      new SimpleObjectProperty<>(ProbeChartKind.PASS_TIMES);

  @FXML private Label pair;
  @FXML private Label blocker;
  @FXML private Button measure;
  @FXML private HBox failure;
  @FXML private Label problem;
  @FXML private HBox progressRow;
  @FXML private Label step;
  @FXML private ProgressBar progress;
  @FXML private Button cancel;
  @FXML private VBox empty;
  @FXML private Label emptyTitle;
  @FXML private VBox content;
  @FXML private Label measured;
  @FXML private Label disturbed;
  @FXML private Label otherPair;
  @FXML private HBox cards;
  @FXML private VBox chartCard;
  @FXML private ToggleGroup probeCharts;
  @FXML private ToggleButton passTimes;
  @FXML private ToggleButton passLimits;
  @FXML private ToggleButton showProbeExport;
  @FXML private StackPane chart;
  @FXML private Label headline;
  @FXML private Label passesTitle;
  @FXML private Label outlookTitle;
  @FXML private GridPane passTable;
  @FXML private Label outlookNote;
  @FXML private GridPane outlookTable;

  /**
   * @param windowColours of the chart
   * @param zone in which times are shown
   */
  public HardwareController(
      HardwareViewModel model,
      ChartPictures pictures,
      ObservableValue<ColorScheme> windowColours,
      Texts texts,
      FigureFormat figures,
      ZoneId zone) {
    this.model = model;
    this.pictures = pictures;
    this.windowColours = windowColours;
    this.texts = texts;
    this.figures = figures;
    picture = new PictureViewModel(texts);
    tables = new ProbeTables(texts, figures);
    explanations = new Explanations(texts.locale());
    disturbances = new DisturbanceText(texts.locale());
    dates =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(figures.locale())
            .withZone(zone);
    looks = new Timeline(new KeyFrame(BETWEEN_LOOKS, _ -> model.refresh()));
    looks.setCycleCount(Animation.INDEFINITE);
  }

  @FXML
  private void initialize() {
    BooleanBinding nothing =
        Bindings.createBooleanBinding(
            () -> model.probeProperty().get().isEmpty(), model.probeProperty());
    Presence.bind(empty, nothing);
    emptyTitle
        .textProperty()
        .bind(
            Bindings.when(model.measuringProperty())
                .then(texts.of("hardware.empty.measuring"))
                .otherwise(texts.of("hardware.empty.title")));
    Presence.bind(content, nothing.not());
    blocker.textProperty().bind(model.blockerProperty());
    problem.textProperty().bind(model.problemProperty());
    step.textProperty().bind(model.stepProperty());
    List.of(blocker, disturbed, otherPair, outlookNote).forEach(Presence::bindToText);
    Presence.bind(failure, problem.textProperty().isNotEmpty());
    measure
        .disableProperty()
        .bind(model.measuringProperty().or(model.blockerProperty().isNotEmpty()));
    Presence.bind(progressRow, step.textProperty().isNotEmpty());
    Presence.bind(progress, model.measuringProperty());
    Presence.bind(cancel, model.measuringProperty());
    cancel.disableProperty().bind(model.cancellingProperty());
    progress
        .progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> model.progressProperty().get(), model.progressProperty()));
    explanations.explain(passesTitle, Definition.PASS_TIME, Definition.BOUND_BY);
    explanations.explain(outlookTitle, Definition.PREDICTED_SPEEDUP, Definition.ALPHA);
    explanations.explain(headline, Definition.AT_BEST, Definition.DRAFT_STEP);
    model.requestProperty().subscribe(this::showPair);
    model.probeProperty().subscribe(this::show);
    Choice.bind(
        probeCharts,
        kind,
        Map.of(passTimes, ProbeChartKind.PASS_TIMES, passLimits, ProbeChartKind.PASS_LIMITS));
    addPictureBar();
    explanations.explain(
        passTimes, Definition.PASS_TIME, Definition.MEMORY_FLOOR, Definition.COMPUTE_FLOOR);
    explanations.explain(passLimits, Definition.BOUND_BY, Definition.OVERHEAD);
    kind.subscribe(this::showChart);
    windowColours.subscribe(this::showChart);
    model.savedRuns().addListener((InvalidationListener) _ -> showOutlook());
    model.measuringProperty().subscribe(this::look);
  }

  @FXML
  private void measure() {
    model.measure();
    if (model.measuringProperty().get()) {
      cancel.requestFocus();
    }
  }

  @FXML
  private void cancel() {
    model.cancel();
  }

  private void addPictureBar() {
    PictureBar bar = new PictureBar(picture, pictures, this::picture, this::fileName, texts);
    bar.openWith(showProbeExport.selectedProperty());
    bar.getStyleClass().add("probe-export");
    chartCard.getChildren().add(chartCard.getChildren().indexOf(chart), bar);
  }

  private String fileName() {
    return switch (picture.extentProperty().get()) {
      case CHART, COLUMN ->
          switch (kind.get()) {
            case PASS_TIMES -> "pass-times";
            case PASS_LIMITS -> "pass-limits";
          };
      case PAGE -> "passes";
    };
  }

  private Optional<Image> picture(PictureSpec spec) {
    return model
        .probeProperty()
        .get()
        .map(
            probe ->
                spec.render(
                    switch (spec.extent()) {
                      case CHART, COLUMN -> PassChart.of(kind.get(), probe, spec.style());
                      case PAGE -> PassChart.page(probe, spec.style());
                    }));
  }

  /** A button that goes takes the keyboard with it to wherever comes next. */
  private void look(boolean measuring) {
    if (measuring) {
      looks.play();
      return;
    }
    looks.stop();
    if (cancel.isFocused()) {
      measure.requestFocus();
    }
  }

  private void showPair() {
    pair.setText(model.pair());
    showOtherPair();
  }

  private void show() {
    picture.forget();
    cards.getChildren().setAll(model.devices().stream().map(this::card).toList());
    model
        .probeProperty()
        .get()
        .ifPresent(
            probe -> {
              ProbeFigures found = ProbeFigures.of(probe);
              measured.setText(
                  texts.of(
                      probe.ranOver() ? "hardware.measured.long" : "hardware.measured",
                      model.pairOf(probe),
                      dates.format(probe.measuredAt()),
                      figures.number(probe.elapsedMillis() / 1e3),
                      Probe.BUDGET.toSeconds()));
              disturbed.setText(ProbeDisturbance.of(probe).map(disturbances::sentence).orElse(""));
              headline.setText(headline(found));
              fill(passTable, tables.passes(found));
            });
    showOtherPair();
    showChart();
    showOutlook();
  }

  private String headline(ProbeFigures found) {
    return found
        .best()
        .filter(best -> best.bestPossible() > 1)
        .map(
            best ->
                texts.of(
                    "hardware.best",
                    figures.ratio(best.bestPossible()),
                    best.draftTokens(),
                    figures.number(found.draftStep())))
        .orElseGet(() -> texts.of("hardware.best.none"));
  }

  private void showOtherPair() {
    Optional<ProbeRequest> probed = model.probeProperty().get().map(Probe::request);
    Optional<ProbeRequest> wanted = model.requestProperty().get();
    otherPair.setText(
        probed.isPresent() && wanted.isPresent() && !probed.equals(wanted)
            ? texts.of("hardware.other")
            : "");
  }

  private void showOutlook() {
    Optional<Acceptance> acceptance = model.acceptance();
    outlookNote.setText(
        acceptance
            .map(
                given ->
                    texts.of("hardware.outlook.note", given.run(), figures.number(given.alpha())))
            .orElse(""));
    model
        .probeProperty()
        .get()
        .map(probe -> tables.outlooks(ProbeFigures.of(probe), acceptance))
        .ifPresent(table -> fill(outlookTable, table));
  }

  private void showChart() {
    ChartPalette palette =
        switch (windowColours.getValue()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    chart
        .getChildren()
        .setAll(
            model.probeProperty().get().stream()
                .map(
                    probe ->
                        PassChart.of(kind.get(), probe, new ChartStyle(palette, figures.locale())))
                .toList());
  }

  private Node card(Device device) {
    VBox card = new VBox(label(device.kind().label(), "chart-title"));
    card.getStyleClass().add("card");
    card.setId("hardware-" + device.kind().id());
    card.setMinWidth(0);
    switch (device) {
      case Device.Usable usable -> {
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(0);
        usable(card, usable);
      }
      case Device.NotUsable notUsable -> {
        card.getStyleClass().add("card-missing");
        Label reason = label(notUsable.reason(), "legend");
        reason.setWrapText(true);
        reason.setMinWidth(0);
        reason.setMinHeight(Label.USE_PREF_SIZE);
        card.getChildren().add(reason);
      }
    }
    return card;
  }

  private void usable(VBox card, Device.Usable usable) {
    Optional<Probe> probe =
        model
            .probeProperty()
            .get()
            .filter(found -> found.request().device().equals(usable.kind().id()));
    if (probe.isEmpty()) {
      card.getChildren().add(label(texts.of("hardware.card.unmeasured"), "legend"));
      return;
    }
    card.getChildren().add(label(machine(probe.get()), "legend"));
    HBox ceilings = new HBox();
    ceilings.getStyleClass().add("ceilings");
    ceilings
        .getChildren()
        .add(
            ceiling(
                texts.of("hardware.card.memory"),
                texts.of(
                    "hardware.card.bandwidth",
                    figures.number(probe.get().targetPasses().readBytesPerSecond() / 1e9))));
    Arrays.stream(Precision.values())
        .filter(probe.get().operationsPerSecond()::containsKey)
        .map(
            precision ->
                ceiling(
                    texts.of("hardware.card.compute", precision.label()),
                    texts.of(
                        "hardware.card.operations",
                        figures.number(probe.get().operationsPerSecond().get(precision) / 1e9))))
        .forEach(ceilings.getChildren()::add);
    card.getChildren().add(ceilings);
  }

  private Node ceiling(String name, String figure) {
    Label caption = label(name, "legend");
    explanations.explain(caption, Definition.CEILINGS);
    return new VBox(caption, label(figure, "figure"));
  }

  private String machine(Probe probe) {
    return texts.of("hardware.card.machine", probe.environment().cpu(), probe.request().threads());
  }

  private void fill(GridPane grid, ProbeTables.Table table) {
    grid.getChildren().clear();
    for (int column = 0; column < table.heads().size(); column++) {
      Label head = label(table.heads().get(column), "table-head");
      explanations.explain(head, table.definitions().get(column));
      right(grid, head, column, 0);
      for (int row = 0; row < table.rows().size(); row++) {
        right(grid, label(table.rows().get(row).get(column), "detail"), column, row + 1);
      }
    }
  }

  private static void right(GridPane grid, Label cell, int column, int row) {
    grid.add(cell, column, row);
    GridPane.setHalignment(cell, HPos.RIGHT);
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }
}
