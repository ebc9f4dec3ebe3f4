package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.ui.files.FileDialogs;
import dev.goldilocks.ui.files.FileKind;
import dev.goldilocks.ui.nodes.Names;
import dev.goldilocks.ui.nodes.Presence;
import dev.goldilocks.ui.nodes.WholeNumbers;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
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
  private static final int MOST_K = RunSpec.MOST_DRAFT_TOKENS;

  private final SetupViewModel setup;
  private final FileDialogs dialogs;
  private final Texts texts;
  private List<WholeNumbers> numbers = List.of();
  private PromptPreview preview;

  @FXML private Label targetCaption;
  @FXML private ModelPicker target;
  @FXML private Button openTarget;
  @FXML private Label targetFacts;
  @FXML private Label targetProblem;
  @FXML private Label draftCaption;
  @FXML private ModelPicker draft;
  @FXML private Button openDraft;
  @FXML private Label draftFacts;
  @FXML private Label pairFit;
  @FXML private Label draftProblem;
  @FXML private Label deviceCaption;
  @FXML private DeviceCards devices;
  @FXML private Label deviceNote;
  @FXML private Label threadsCaption;
  @FXML private Spinner<Integer> threads;
  @FXML private Label threadsNote;
  @FXML private Label targetPrecisionCaption;
  @FXML private ComboBox<Precision> targetPrecision;
  @FXML private Label draftPrecisionCaption;
  @FXML private ComboBox<Precision> draftPrecision;
  @FXML private Label fewestDraftTokensCaption;
  @FXML private Spinner<Integer> fewestDraftTokens;
  @FXML private Label mostDraftTokensCaption;
  @FXML private Spinner<Integer> mostDraftTokens;
  @FXML private CheckBox predictedDraftTokens;
  @FXML private CheckBox heuristicDraftTokens;
  @FXML private CheckBox confidentDraftTokens;
  @FXML private Label draftTokensNote;
  @FXML private Label promptsCaption;
  @FXML private ComboBox<PromptSetItem> prompts;
  @FXML private Button openPrompts;
  @FXML private Button previewPrompts;
  @FXML private Label categories;
  @FXML private Label promptsProblem;
  @FXML private Label limitCaption;
  @FXML private Spinner<Integer> limit;
  @FXML private Label lengthNote;
  @FXML private Label maxNewTokensCaption;
  @FXML private Spinner<Integer> maxNewTokens;
  @FXML private Label repeatsCaption;
  @FXML private Spinner<Integer> repeats;
  @FXML private CheckBox stopAtEnd;

  public SetupController(SetupViewModel setup, FileDialogs dialogs, Texts texts) {
    this.setup = setup;
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
    draftPrecision
        .disableProperty()
        .bind(setup.draft().pickedProperty().map(Pick.Lookup.class::isInstance).orElse(false));
    bindPrompts();
    bindNumbers();
    bindPolicies();
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

  @FXML
  private void previewPrompts() {
    commit();
    preview.showBelow(previewPrompts);
  }

  private void openModel(ModelPickerViewModel picker, String title) {
    dialogs.openFolder(window(), texts.of(title)).ifPresent(picker::open);
  }

  private void bindModel(
      ModelPickerViewModel picker,
      ModelPicker button,
      Label factsLabel,
      Label problem,
      Function<Pick, String> misfit) {
    button.bind(picker, misfit, texts);
    factsLabel.textProperty().bind(picker.pickedProperty().map(picker::facts).orElse(""));
    problem.textProperty().bind(picker.problemProperty());
    Presence.bindToText(factsLabel);
    Presence.bindToText(problem);
  }

  private String misfit(Pick pick) {
    return switch (pick) {
      case Pick.Model(Checkpoint model) ->
          setup.pair().misfitsProperty().get().getOrDefault(model.directory(), "");
      case Pick.Lookup _ -> "";
    };
  }

  private void bindPairFit() {
    setup.pair().stateProperty().subscribe(this::showPairFit);
    Presence.bindToText(pairFit);
  }

  private void showPairFit(PairState fit) {
    pairFit.setText(
        switch (fit) {
          case PairState.Incomplete _, PairState.NoDraftModel _ -> "";
          case PairState.Checking _ -> texts.of("setup.pair.checking");
          case PairState.Fits _ -> texts.of("setup.pair.fits");
          case PairState.Misfit(String sentence) -> sentence;
        });
    pairFit.pseudoClassStateChanged(MISFIT, fit instanceof PairState.Misfit);
  }

  private void bindDevice() {
    devices.bind(setup.device(), texts);
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
    preview = new PromptPreview(model, texts);
    previewPrompts.disableProperty().bind(model.takenProperty().emptyProperty());
  }

  private void bindNumbers() {
    DraftTokensViewModel k = setup.draftTokens();
    WholeNumbers limits =
        number(limit, limitCaption, setup.prompts().limitProperty(), 1, Integer.MAX_VALUE);
    setup
        .prompts()
        .selectedProperty()
        .subscribe(set -> limits.setMost(set == null ? Integer.MAX_VALUE : set.prompts().size()));
    DeviceViewModel device = setup.device();
    WholeNumbers threadNumbers =
        number(threads, threadsCaption, device.threadsProperty(), 1, device.mostThreads());
    device.selectedProperty().subscribe(() -> threadNumbers.setMost(device.mostThreads()));
    WholeNumbers fewest =
        number(fewestDraftTokens, fewestDraftTokensCaption, k.fewestProperty(), 1, MOST_K);
    WholeNumbers most =
        number(mostDraftTokens, mostDraftTokensCaption, k.mostProperty(), 1, MOST_K);
    WholeNumbers tokens =
        number(maxNewTokens, maxNewTokensCaption, setup.maxNewTokensProperty(), 2, LONGEST_TEXT);
    WholeNumbers times = number(repeats, repeatsCaption, setup.repeatsProperty(), 1, MOST_REPEATS);
    numbers = List.of(limits, threadNumbers, fewest, most, tokens, times);
    tell(deviceNote, device.noteProperty());
    tell(threadsNote, threadNumbers.correctionProperty());
    tell(
        draftTokensNote,
        k.exactlyProperty(),
        k.movedProperty(),
        fewest.correctionProperty(),
        most.correctionProperty());
    tell(
        lengthNote,
        limits.correctionProperty(),
        tokens.correctionProperty(),
        times.correctionProperty());
  }

  private void bindPolicies() {
    DraftTokensViewModel k = setup.draftTokens();
    bindPolicy(predictedDraftTokens, k.predictedProperty(), "setup.k.predicted.help");
    bindPolicy(heuristicDraftTokens, k.heuristicProperty(), "setup.k.heuristic.help");
    bindPolicy(confidentDraftTokens, k.confidentProperty(), "setup.k.confident.help");
  }

  private void bindPolicy(CheckBox box, BooleanProperty chosen, String help) {
    box.selectedProperty().bindBidirectional(chosen);
    box.setTooltip(new Tooltip(texts.of(help)));
    box.setAccessibleHelp(texts.of(help));
  }

  private WholeNumbers number(
      Spinner<Integer> spinner, Label caption, IntegerProperty number, int least, int most) {
    return new WholeNumbers(
        spinner,
        number,
        least,
        most,
        (typed, lowest, highest, taken) ->
            texts.of(
                "setup.corrected",
                caption.getText(),
                typed,
                Integer.toString(lowest),
                Integer.toString(highest),
                Integer.toString(taken)));
  }

  /** Shows what there is to say, a line each, and nothing when there is nothing. */
  private static void tell(Label note, ReadOnlyStringProperty... sentences) {
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Stream.of(sentences)
                        .map(ReadOnlyStringProperty::get)
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining("\n")),
                sentences));
    Presence.bindToText(note);
  }

  private void nameForScreenReaders() {
    targetCaption.setLabelFor(target);
    draftCaption.setLabelFor(draft);
    nameWithModel(target, targetCaption, setup.target());
    nameWithModel(draft, draftCaption, setup.draft());
    deviceCaption.setLabelFor(devices);
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
    explain(previewPrompts, "setup.preview");
    explain(targetPrecision, "setup.precision.target.help");
    explain(draftPrecision, "setup.precision.draft.help");
    fewestDraftTokens.setTooltip(new Tooltip(texts.of("setup.k.help")));
    mostDraftTokens.setTooltip(new Tooltip(texts.of("setup.k.help")));
  }

  private void nameWithModel(ModelPicker button, Label caption, ModelPickerViewModel picker) {
    button
        .accessibleTextProperty()
        .bind(
            picker
                .pickedProperty()
                .map(pick -> caption.getText() + ": " + picker.name(pick))
                .orElse(caption.getText() + ": " + texts.of("setup.model.none")));
  }

  private static void label(Label caption, Control control) {
    caption.setLabelFor(control);
    control.setAccessibleText(caption.getText());
    if (control instanceof Spinner<?> spinner) {
      // The editor is what the keyboard is in, and what a screen reader is asked about.
      spinner.getEditor().setAccessibleText(caption.getText());
    }
  }

  private void explain(Control control, String key) {
    control.setAccessibleText(texts.of(key));
    control.setTooltip(new Tooltip(texts.of(key)));
  }

  private Window window() {
    return target.getScene().getWindow();
  }
}
