package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.ui.files.FileDialogs;
import dev.goldilocks.ui.files.FileKind;
import dev.goldilocks.ui.nodes.Names;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.nodes.WholeNumbers;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;

/** Binds the set-up column. */
public final class SetupController {

  private static final PseudoClass MISFIT = PseudoClass.getPseudoClass("misfit");
  private static final int LONGEST_TEXT = 4096;
  private static final int MOST_REPEATS = 100;

  private final SetupViewModel setup;
  private final ModelFacts facts;
  private final FileDialogs dialogs;
  private final Texts texts;
  private List<WholeNumbers> numbers = List.of();

  @FXML private Label targetCaption;
  @FXML private ComboBox<Checkpoint> target;
  @FXML private Button openTarget;
  @FXML private Label targetFacts;
  @FXML private Label targetProblem;
  @FXML private Label draftCaption;
  @FXML private ComboBox<Checkpoint> draft;
  @FXML private Button openDraft;
  @FXML private Label draftFacts;
  @FXML private Label pairFit;
  @FXML private Label draftProblem;
  @FXML private Label deviceCaption;
  @FXML private ComboBox<Device> device;
  @FXML private Label threadsCaption;
  @FXML private Spinner<Integer> threads;
  @FXML private Label targetPrecisionCaption;
  @FXML private ComboBox<Precision> targetPrecision;
  @FXML private Label draftPrecisionCaption;
  @FXML private ComboBox<Precision> draftPrecision;
  @FXML private Label fewestDraftTokensCaption;
  @FXML private Spinner<Integer> fewestDraftTokens;
  @FXML private Label mostDraftTokensCaption;
  @FXML private Spinner<Integer> mostDraftTokens;
  @FXML private Label promptsCaption;
  @FXML private ComboBox<PromptSetItem> prompts;
  @FXML private Button openPrompts;
  @FXML private Label categories;
  @FXML private Label promptsProblem;
  @FXML private Label limitCaption;
  @FXML private Spinner<Integer> limit;
  @FXML private Label maxNewTokensCaption;
  @FXML private Spinner<Integer> maxNewTokens;
  @FXML private Label repeatsCaption;
  @FXML private Spinner<Integer> repeats;
  @FXML private CheckBox stopAtEnd;

  public SetupController(SetupViewModel setup, ModelFacts facts, FileDialogs dialogs, Texts texts) {
    this.setup = setup;
    this.facts = facts;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  /** Takes what is being typed into a field that has not been left yet. */
  public void commit() {
    numbers.forEach(WholeNumbers::commit);
  }

  @FXML
  private void initialize() {
    bindModel(setup.target(), target, targetFacts, targetProblem, _ -> "");
    bindModel(setup.draft(), draft, draftFacts, draftProblem, this::misfit);
    bindPairFit();
    bindDevice();
    bindPrecision(targetPrecision, setup.target());
    bindPrecision(draftPrecision, setup.draft());
    bindPrompts();
    bindNumbers();
    stopAtEnd.selectedProperty().bindBidirectional(setup.stopAtEndProperty());
    nameForScreenReaders();
  }

  @FXML
  private void openTarget() {
    openModel(setup.target(), "setup.open.target");
  }

  @FXML
  private void openDraft() {
    openModel(setup.draft(), "setup.open.draft");
  }

  @FXML
  private void openPrompts() {
    dialogs
        .openFile(
            window(),
            texts.of("setup.open.prompts"),
            new FileKind(texts.of("files.prompts"), "jsonl"))
        .ifPresent(setup.prompts()::open);
  }

  private void openModel(ModelPickerViewModel picker, String title) {
    dialogs.openFolder(window(), texts.of(title)).ifPresent(picker::open);
  }

  private void bindModel(
      ModelPickerViewModel picker,
      ComboBox<Checkpoint> box,
      Label factsLabel,
      Label problem,
      Function<Checkpoint, String> misfit) {
    box.setItems(picker.models());
    box.setPromptText(texts.of("setup.model.none"));
    Names.set(box, Checkpoint::id);
    box.setCellFactory(_ -> new ModelCell(facts::line, misfit));
    box.valueProperty().bindBidirectional(picker.selectedProperty());
    factsLabel.textProperty().bind(picker.selectedProperty().map(facts::line).orElse(""));
    problem.textProperty().bind(picker.problemProperty());
    Presence.bindToText(factsLabel);
    Presence.bindToText(problem);
  }

  private String misfit(Checkpoint model) {
    return setup.pair().misfitsProperty().get().getOrDefault(model.directory(), "");
  }

  private void bindPairFit() {
    setup.pair().stateProperty().subscribe(this::showPairFit);
    Presence.bindToText(pairFit);
  }

  private void showPairFit(PairState fit) {
    pairFit.setText(
        switch (fit) {
          case PairState.Incomplete _ -> "";
          case PairState.Checking _ -> texts.of("setup.pair.checking");
          case PairState.Fits _ -> texts.of("setup.pair.fits");
          case PairState.Misfit(String sentence) -> sentence;
        });
    pairFit.pseudoClassStateChanged(MISFIT, fit instanceof PairState.Misfit);
  }

  private void bindDevice() {
    device.getItems().setAll(setup.devices());
    Names.set(device, item -> item.kind().label());
    device.setCellFactory(_ -> new DeviceCell());
    device.valueProperty().bindBidirectional(setup.deviceProperty());
  }

  private static void bindPrecision(ComboBox<Precision> box, ModelPickerViewModel picker) {
    box.getItems().setAll(Precision.values());
    Names.set(box, Precision::label);
    box.valueProperty().bindBidirectional(picker.precisionProperty());
  }

  private void bindPrompts() {
    PromptsViewModel model = setup.prompts();
    prompts.setItems(model.sets());
    prompts.setPromptText(texts.of("setup.prompts.none"));
    Names.set(prompts, PromptSetItem::name);
    prompts.valueProperty().bindBidirectional(model.selectedProperty());
    categories.textProperty().bind(model.categoriesProperty());
    promptsProblem.textProperty().bind(model.problemProperty());
    Presence.bindToText(categories);
    Presence.bindToText(promptsProblem);
  }

  private void bindNumbers() {
    WholeNumbers limits =
        new WholeNumbers(limit, setup.prompts().limitProperty(), 1, Integer.MAX_VALUE);
    setup
        .prompts()
        .selectedProperty()
        .subscribe(set -> limits.setMost(set == null ? Integer.MAX_VALUE : set.prompts().size()));
    WholeNumbers threadNumbers =
        new WholeNumbers(threads, setup.threadsProperty(), 1, setup.mostThreads());
    setup.deviceProperty().subscribe(() -> threadNumbers.setMost(setup.mostThreads()));
    numbers =
        List.of(
            limits,
            threadNumbers,
            new WholeNumbers(
                fewestDraftTokens, setup.fewestDraftTokensProperty(), 1, RunSpec.MOST_DRAFT_TOKENS),
            new WholeNumbers(
                mostDraftTokens, setup.mostDraftTokensProperty(), 1, RunSpec.MOST_DRAFT_TOKENS),
            new WholeNumbers(maxNewTokens, setup.maxNewTokensProperty(), 2, LONGEST_TEXT),
            new WholeNumbers(repeats, setup.repeatsProperty(), 1, MOST_REPEATS));
  }

  private void nameForScreenReaders() {
    label(targetCaption, target);
    label(draftCaption, draft);
    label(deviceCaption, device);
    label(threadsCaption, threads);
    label(targetPrecisionCaption, targetPrecision);
    label(draftPrecisionCaption, draftPrecision);
    label(fewestDraftTokensCaption, fewestDraftTokens);
    label(mostDraftTokensCaption, mostDraftTokens);
    label(promptsCaption, prompts);
    label(limitCaption, limit);
    label(maxNewTokensCaption, maxNewTokens);
    label(repeatsCaption, repeats);
    explain(openTarget, "setup.open.target");
    explain(openDraft, "setup.open.draft");
    explain(openPrompts, "setup.open.prompts");
    fewestDraftTokens.setTooltip(new Tooltip(texts.of("setup.k.help")));
    mostDraftTokens.setTooltip(new Tooltip(texts.of("setup.k.help")));
  }

  private static void label(Label caption, Control control) {
    caption.setLabelFor(control);
    control.setAccessibleText(caption.getText());
  }

  private void explain(Button button, String key) {
    button.setAccessibleText(texts.of(key));
    button.setTooltip(new Tooltip(texts.of(key)));
  }

  private Window window() {
    return target.getScene().getWindow();
  }
}
