package dev.goldilocks.ui.runs;

import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.UnreadableRun;
import dev.goldilocks.ui.files.FileDialogs;
import dev.goldilocks.ui.files.FileDrops;
import dev.goldilocks.ui.files.FileKind;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the list of saved runs. */
public final class RunsController {

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination IMPORT =
      new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

  private final SavedRunsViewModel saved;
  private final FilterViewModel filter;
  private final TransferViewModel transfer;
  private final ObjectProperty<Optional<List<String>>> chosenColumns;
  private final Consumer<List<RunSummary>> compare;
  private final FileDialogs dialogs;
  private final FileDrops drops;
  private final Texts texts;
  private final FigureFormat figures;
  private final ZoneId zone;
  private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
  private final FilteredList<RunRow> wanted = new FilteredList<>(rows);

  private boolean isRefilling;

  @FXML private VBox runsPage;
  @FXML private VBox empty;
  @FXML private Node content;
  @FXML private Label count;
  @FXML private Label hint;
  @FXML private MenuButton columns;
  @FXML private MenuButton export;
  @FXML private Button compareButton;
  @FXML private Button deleteButton;
  @FXML private Label problem;
  @FXML private Label unreadable;
  @FXML private HBox transferBar;
  @FXML private Label transferDone;
  @FXML private Label transferProblem;
  @FXML private HBox undoBar;
  @FXML private Label undoText;
  @FXML private Label nothingWanted;
  @FXML private VBox pickOne;
  @FXML private SplitPane split;
  @FXML private TableView<RunRow> table;
  @FXML private Node filterBar;
  @FXML private RunPageController runPageController;

  /**
   * @param chosenColumns ids of the columns that people chose; empty until they do
   * @param compare shows runs side by side
   * @param zone in which times are shown
   */
  public RunsController(
      SavedRunsViewModel saved,
      FilterViewModel filter,
      TransferViewModel transfer,
      ObjectProperty<Optional<List<String>>> chosenColumns,
      Consumer<List<RunSummary>> compare,
      FileDialogs dialogs,
      FileDrops drops,
      Texts texts,
      FigureFormat figures,
      ZoneId zone) {
    this.saved = saved;
    this.filter = filter;
    this.transfer = transfer;
    this.chosenColumns = chosenColumns;
    this.compare = compare;
    this.dialogs = dialogs;
    this.drops = drops;
    this.texts = texts;
    this.figures = figures;
    this.zone = zone;
  }

  @FXML
  private void initialize() {
    RunTable columnsOfTable = new RunTable(table, chosenColumns, texts, figures, zone);
    columnsOfTable.build();
    columns.getItems().setAll(columnsOfTable.choices());
    bindRows();
    bindSelection();
    bindKeys();
    bindNotices();
    drops.onto(runsPage, transfer::importFiles);
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

  @FXML
  private void importRuns() {
    transfer.importFiles(
        dialogs.openFiles(
            runsPage.getScene().getWindow(),
            texts.of("import.title"),
            new FileKind(texts.of("files.runs"), List.of("json", "jsonl"))));
  }

  @FXML
  private void dismiss() {
    transfer.dismiss();
  }

  @FXML
  private void exportJson() {
    List<RunSummary> runs = List.copyOf(saved.selected());
    if (runs.size() == 1) {
      export(ExportFormat.JSON);
    } else {
      dialogs
          .openFolder(runsPage.getScene().getWindow(), texts.of("export.folder"))
          .ifPresent(folder -> transfer.exportRunFiles(runs, folder));
    }
  }

  @FXML
  private void exportCsv() {
    export(ExportFormat.CSV);
  }

  @FXML
  private void exportMarkdown() {
    export(ExportFormat.MARKDOWN);
  }

  private void export(ExportFormat format) {
    List<RunSummary> runs = List.copyOf(saved.selected());
    String kind =
        texts.of(
            switch (format) {
              case JSON -> "files.json";
              case CSV -> "files.csv";
              case MARKDOWN -> "files.markdown";
            });
    String name = runs.size() == 1 ? runs.getFirst().id() : texts.of("export.name");
    dialogs
        .saveFile(
            runsPage.getScene().getWindow(),
            texts.of("export.title"),
            name + "." + format.extension(),
            new FileKind(kind, format.extension()))
        .ifPresent(file -> transfer.export(format, runs, file));
  }

  private void bindRows() {
    SortedList<RunRow> sorted = new SortedList<>(wanted);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    TableShare.follow(split, table);
    RunWords words = new RunWords(texts);
    filter
        .filterProperty()
        .subscribe(asked -> wanted.setPredicate(row -> asked.accepts(row, words)));
    saved.runs().subscribe(this::showRows);
    showRows();
    var none = Bindings.isEmpty(rows);
    Presence.bind(empty, none.and(saved.loadedProperty()));
    Presence.bind(content, none.not());
    Presence.bind(nothingWanted, Bindings.isEmpty(wanted));
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    wanted.size() == rows.size()
                        ? texts.of("runs.count", rows.size())
                        : texts.of("runs.count.of", wanted.size(), rows.size()),
                wanted,
                rows));
  }

  private void showRows() {
    List<RunRow> now = saved.runs().stream().map(RunRow::of).toList();
    if (!rows.equals(now)) {
      List<String> picked = saved.selected().stream().map(RunSummary::id).toList();
      isRefilling = true;
      rows.setAll(now);
      pick(picked);
      isRefilling = false;
      selectionChanged();
    }
  }

  /** What the table picks and drops while it is filled anew is no choice of anyone's. */
  private void selectionChanged() {
    if (!isRefilling) {
      saved.select(
          table.getSelectionModel().getSelectedItems().stream()
              .filter(Objects::nonNull)
              .map(RunRow::run)
              .toList());
    }
  }

  private void bindSelection() {
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunRow>) _ -> selectionChanged());
    saved.askedForProperty().subscribe(asked -> asked.ifPresent(run -> pick(List.of(run.id()))));
    var nothing = Bindings.isEmpty(saved.selected());
    compareButton.disableProperty().bind(saved.comparableProperty().not());
    deleteButton.disableProperty().bind(nothing);
    export.disableProperty().bind(nothing);
    Presence.bind(hint, saved.comparableProperty().not());
    Presence.bind(
        pickOne,
        Bindings.createBooleanBinding(
            () -> saved.shownProperty().get().isEmpty(), saved.shownProperty()));
  }

  private void bindKeys() {
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            saved.deleteSelected();
          } else if (event.getCode() == KeyCode.F2 && !saved.selected().isEmpty()) {
            runPageController.editName();
          } else if (event.getCode() == KeyCode.ENTER && saved.comparableProperty().get()) {
            compareSelected();
          }
        });
    EventHandler<KeyEvent> keys = this::pageKey;
    // Wherever the focus is, while the page is in the window.
    runsPage
        .sceneProperty()
        .subscribe(
            (before, now) -> {
              if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
              }
              if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
              }
            });
  }

  private void pageKey(KeyEvent event) {
    if (FIND.match(event)) {
      filterBar.lookup("#filterText").requestFocus();
    } else if (IMPORT.match(event)) {
      importRuns();
    } else if (UNDO.match(event)
        && undoBar.isVisible()
        && !(event.getTarget() instanceof TextInputControl)) {
      saved.undoDelete();
    } else {
      return;
    }
    event.consume();
  }

  /** Makes a choice that people did not make in the table. */
  private void pick(List<String> ids) {
    table.getSelectionModel().clearSelection();
    table.getItems().stream()
        .filter(row -> ids.contains(row.run().id()))
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
    transferDone.textProperty().bind(transfer.doneProperty());
    transferProblem.textProperty().bind(transfer.problemProperty());
    Presence.bind(
        transferBar,
        transfer.doneProperty().isNotEmpty().or(transfer.problemProperty().isNotEmpty()));
    List.of(problem, unreadable, transferDone, transferProblem).forEach(Presence::bindToText);
  }
}
