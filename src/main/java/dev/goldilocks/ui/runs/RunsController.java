package dev.goldilocks.ui.runs;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUp;
import dev.goldilocks.runs.UnreadableRun;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the list of saved runs. */
public final class RunsController {

  /** Width in pixels from which the less telling columns are shown too. */
  private static final double WIDE = 1200;

  private final SavedRunsViewModel saved;
  private final Consumer<List<RunSummary>> compare;
  private final Texts texts;
  private final FigureFormat figures;
  private final DateTimeFormatter dates;
  private final ObservableList<RunRow> rows = FXCollections.observableArrayList();

  @FXML private VBox empty;
  @FXML private VBox content;
  @FXML private Label count;
  @FXML private Label hint;
  @FXML private Button compareButton;
  @FXML private Button deleteButton;
  @FXML private Label problem;
  @FXML private Label unreadable;
  @FXML private HBox undoBar;
  @FXML private Label undoText;
  @FXML private TableView<RunRow> table;
  @FXML private TableColumn<RunRow, String> name;
  @FXML private TableColumn<RunRow, String> precision;
  @FXML private TableColumn<RunRow, String> target;
  @FXML private TableColumn<RunRow, String> draft;
  @FXML private TableColumn<RunRow, String> device;
  @FXML private TableColumn<RunRow, String> draftTokens;
  @FXML private TableColumn<RunRow, Interval> speedup;
  @FXML private TableColumn<RunRow, Double> baseline;
  @FXML private TableColumn<RunRow, Double> speculative;
  @FXML private TableColumn<RunRow, Double> acceptance;
  @FXML private TableColumn<RunRow, Instant> date;

  /**
   * @param compare shows runs side by side
   * @param zone in which times are shown
   */
  public RunsController(
      SavedRunsViewModel saved,
      Consumer<List<RunSummary>> compare,
      Texts texts,
      FigureFormat figures,
      ZoneId zone) {
    this.saved = saved;
    this.compare = compare;
    this.texts = texts;
    this.figures = figures;
    this.dates = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
  }

  @FXML
  private void initialize() {
    bindColumns();
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    List.of(target, draft, device)
        .forEach(column -> column.visibleProperty().bind(table.widthProperty().greaterThan(WIDE)));
    bindRows();
    bindSelection();
    bindNotices();
  }

  @FXML
  private void compareSelected() {
    compare.accept(List.copyOf(saved.selected()));
  }

  @FXML
  private void deleteSelected() {
    saved.deleteSelected();
  }

  @FXML
  private void undoDelete() {
    saved.undoDelete();
  }

  private void bindColumns() {
    text(name, this::name);
    text(precision, RunsController::precision);
    text(target, row -> row.run().target().id());
    text(draft, row -> row.run().draft().id());
    text(device, row -> SetUp.device(row.run()));
    draftTokens.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(draftTokens(row.getValue())));
    draftTokens.setCellFactory(_ -> new FigureCell<>(Function.identity()));
    speedup.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().speedup()));
    speedup.setCellFactory(_ -> new SpeedupCell(figures));
    speedup.setComparator(Comparator.comparingDouble(Interval::value));
    figure(
        baseline,
        row -> row.figure(result -> result.baseline().decodeTokensPerSecond()),
        figures::number);
    figure(
        speculative,
        row -> row.figure(result -> result.speculative().decodeTokensPerSecond()),
        figures::number);
    figure(acceptance, row -> row.figure(result -> result.acceptanceRate()), figures::percent);
    figure(date, row -> row.run().createdAt(), dates::format);
  }

  /** Figures that are not this program's own whole measurement say so wherever they are listed. */
  private String name(RunRow row) {
    RunSummary run = row.run();
    return run.provenance() == Provenance.MEASURED
        ? run.name()
        : texts.of("runs.name.marked", run.name(), SetUp.provenance(run));
  }

  /** {@code bf16}, or {@code bf16 + int8} where the draft has another. */
  private static String precision(RunRow row) {
    String target = row.run().target().precision().label();
    String draft = row.run().draft().precision().label();
    return target.equals(draft) ? target : target + " + " + draft;
  }

  /** {@code 4}, or {@code 4 of 1–8} where several were measured. */
  private String draftTokens(RunRow row) {
    List<Integer> asked = row.run().spec().draftTokens();
    return row.fastest()
        .filter(_ -> asked.size() > 1)
        .map(
            result ->
                texts.of(
                    "runs.k.fastest",
                    figures.count(result.draftTokens()),
                    asked.getFirst(),
                    asked.getLast()))
        .orElseGet(() -> SetUp.draftTokens(row.run()));
  }

  private void bindRows() {
    SortedList<RunRow> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    saved.runs().subscribe(this::showRows);
    showRows();
    var none = Bindings.isEmpty(rows);
    Presence.bind(empty, none.and(saved.loadedProperty()));
    Presence.bind(content, none.not());
    count
        .textProperty()
        .bind(Bindings.createStringBinding(() -> texts.of("runs.count", rows.size()), rows));
  }

  private void showRows() {
    List<RunRow> now = saved.runs().stream().map(RunRow::of).toList();
    if (!rows.equals(now)) {
      List<RunSummary> picked = List.copyOf(saved.selected());
      rows.setAll(now);
      pick(picked);
    }
  }

  private void bindSelection() {
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener(
            (ListChangeListener<RunRow>)
                _ ->
                    saved.select(
                        table.getSelectionModel().getSelectedItems().stream()
                            .map(RunRow::run)
                            .toList()));
    saved.askedForProperty().subscribe(asked -> asked.map(List::of).ifPresent(this::pick));
    compareButton.disableProperty().bind(saved.comparableProperty().not());
    deleteButton.disableProperty().bind(Bindings.isEmpty(saved.selected()));
    Presence.bind(hint, saved.comparableProperty().not());
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            saved.deleteSelected();
          } else if (event.getCode() == KeyCode.ENTER && saved.comparableProperty().get()) {
            compareSelected();
          }
        });
  }

  /** Makes a choice that people did not make in the table. */
  private void pick(List<RunSummary> runs) {
    table.getSelectionModel().clearSelection();
    table.getItems().stream()
        .filter(row -> runs.contains(row.run()))
        .forEach(table.getSelectionModel()::select);
  }

  private void bindNotices() {
    problem.textProperty().bind(saved.problemProperty());
    unreadable
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    saved.unreadable().stream()
                        .map(UnreadableRun::sentence)
                        .collect(Collectors.joining("\n")),
                saved.unreadable()));
    undoText
        .textProperty()
        .bind(
            saved
                .deletedProperty()
                .map(
                    runs ->
                        runs.size() == 1
                            ? texts.of("runs.deleted.one", runs.getFirst().name())
                            : texts.of("runs.deleted", runs.size())));
    Presence.bind(
        undoBar,
        Bindings.createBooleanBinding(
            () -> !saved.deletedProperty().get().isEmpty(), saved.deletedProperty()));
    Presence.bindToText(problem);
    Presence.bindToText(unreadable);
  }

  private static void text(TableColumn<RunRow, String> column, Function<RunRow, String> value) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
  }

  private static <T> void figure(
      TableColumn<RunRow, T> column, Function<RunRow, T> value, Function<T, String> text) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(_ -> new FigureCell<>(text));
  }
}
