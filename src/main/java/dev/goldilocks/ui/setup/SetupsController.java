package dev.goldilocks.ui.setup;

import dev.goldilocks.ui.nodes.Dropdown;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.settings.NamedSetup;
import dev.goldilocks.ui.text.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds what can be done with a whole set-up: keep it, take one back, copy it as a command. */
public final class SetupsController {

  private static final double ROW = 38;

  private final SetupViewModel setup;
  private final SavedSetupsViewModel saved;
  private final Runnable commit;
  private final Consumer<String> clipboard;
  private final Texts texts;

  @FXML private Button setups;
  @FXML private Button command;
  @FXML private VBox setupsContent;
  @FXML private ListView<NamedSetup> list;
  @FXML private Label nothing;
  @FXML private HBox undoRow;
  @FXML private Label removed;
  @FXML private TextField name;
  @FXML private Button save;
  @FXML private Label problem;
  @FXML private VBox commandContent;
  @FXML private TextArea commandLine;
  @FXML private Button copy;
  private Dropdown setupsDropdown;
  private Dropdown commandDropdown;

  /**
   * @param commit takes what is being typed into a field that has not been left yet
   * @param clipboard takes a text for other programs
   */
  public SetupsController(
      SetupViewModel setup,
      SavedSetupsViewModel saved,
      Runnable commit,
      Consumer<String> clipboard,
      Texts texts) {
    this.setup = setup;
    this.saved = saved;
    this.commit = commit;
    this.clipboard = clipboard;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    setupsDropdown = new Dropdown(setupsContent);
    commandDropdown = new Dropdown(commandContent);
    explain(setups, "setups.title");
    explain(command, "setups.command");
    command.disableProperty().bind(setup.blockerProperty().isNotEmpty());
    bindList();
    nothing.setText(texts.of("setups.none"));
    list.setPlaceholder(nothing);
    name.textProperty().bindBidirectional(saved.nameProperty());
    save.textProperty().bind(saved.verbProperty());
    save.disableProperty().bind(saved.savableProperty().not());
    problem.textProperty().bind(saved.problemProperty());
    Presence.bindToText(problem);
    removed
        .textProperty()
        .bind(
            saved
                .removedProperty()
                .map(gone -> gone.map(it -> texts.of("setups.removed", it.name())).orElse("")));
    Presence.bind(undoRow, removed.textProperty().isNotEmpty());
  }

  @FXML
  private void showSetups() {
    commit.run();
    setupsDropdown.showAbove(setups, saved.items().isEmpty() ? name : list);
  }

  @FXML
  private void save() {
    saved.save();
  }

  @FXML
  private void undo() {
    saved.restore();
  }

  @FXML
  private void showCommand() {
    commit.run();
    commandLine.setText(CommandText.of(setup.spec()));
    copy.setText(texts.of("setups.copy"));
    commandDropdown.showAbove(command, copy);
  }

  @FXML
  private void copy() {
    clipboard.accept(commandLine.getText());
    copy.setText(texts.of("setups.copied"));
  }

  private void bindList() {
    list.setItems(saved.items());
    list.prefHeightProperty()
        .bind(Bindings.size(saved.items()).map(size -> ROW * Math.clamp(size.intValue(), 2, 6)));
    list.setCellFactory(_ -> new SetupCell(saved, this::take, texts));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent key) {
    NamedSetup selected = list.getSelectionModel().getSelectedItem();
    if (selected == null) {
      return;
    }
    if (key.getCode() == KeyCode.ENTER) {
      take(selected);
      key.consume();
    } else if (key.getCode() == KeyCode.DELETE) {
      saved.remove(selected);
      key.consume();
    }
  }

  private void take(NamedSetup named) {
    setupsDropdown.hide();
    saved.take(named);
  }

  private void explain(Button button, String key) {
    button.setAccessibleText(texts.of(key));
    button.setTooltip(new Tooltip(texts.of(key)));
  }
}
