package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.checkpoint.BundledPair;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** Everything that a run is asked for, and whether it can be run. */
public final class SetupViewModel {

  private final ModelShelf shelf;
  private final Background background;
  private final Texts texts;
  private final ModelList models;
  private final ModelPickerViewModel target;
  private final ModelPickerViewModel draft;
  private final PairViewModel pair;
  private final PromptsViewModel prompts;
  private final DeviceViewModel device;
  private final DraftTokensViewModel draftTokens;
  private final SamplingViewModel sampling;

  private Optional<BundledPair> bundledPair = Optional.empty();

  private final IntegerProperty maxNewTokens =
      new SimpleIntegerProperty(RunDefaults.MAX_NEW_TOKENS);
  private final IntegerProperty repeats = new SimpleIntegerProperty(RunDefaults.REPEATS);
  private final BooleanProperty stopAtEnd = new SimpleBooleanProperty(true);
  private final ReadOnlyStringWrapper blocker = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper pairBlocker = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<ProbeRequest>> probeRequest =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper workload = new ReadOnlyStringWrapper("");

  /**
   * @param devices every device that a run may ask for, in the order in which to show them
   */
  public SetupViewModel(
      ModelShelf shelf,
      PromptShelf promptShelf,
      List<Device> devices,
      Background background,
      Texts texts,
      FigureFormat figures) {
    this.shelf = shelf;
    this.background = background;
    this.texts = texts;
    PickText words = new PickText(new ModelFacts(texts, figures), texts);
    models = new ModelList(shelf);
    target = new ModelPickerViewModel(models, List.of(), words, background);
    draft =
        new ModelPickerViewModel(
            models, List.of(new Pick.Lookup(PromptLookup.USUAL)), words, background);
    pair = new PairViewModel(shelf, background, target, draft);
    prompts = new PromptsViewModel(promptShelf, background, texts, figures);
    device = new DeviceViewModel(devices, texts, figures);
    draftTokens = new DraftTokensViewModel(texts);
    sampling = new SamplingViewModel(texts, figures);
    InvalidationListener update = _ -> update();
    pair.stateProperty().addListener(update);
    prompts.selectedProperty().addListener(update);
    prompts.limitProperty().addListener(update);
    prompts.problemProperty().addListener(update);
    device.selectedProperty().addListener(update);
    draftTokens.lengthsProperty().addListener(update);
    draft.pickedProperty().addListener(update);
    sampling.samplingProperty().addListener(update);
    repeats.addListener(update);
    target.precisionProperty().addListener(update);
    draft.precisionProperty().addListener(update);
    device.threadsProperty().addListener(update);
    update();
  }

  /** Reads the bundled models and prompts, and what was open last time. */
  public void start(Optional<RunSpec> last, List<Path> folders) {
    background.load(
        () -> new AtHand(shelf.bundled(), shelf.bundledPair()),
        found -> {
          bundledPair = found.pair();
          models.addBundled(found.models());
          pickDefaultPair();
          folders.forEach(this::openQuietly);
          last.ifPresent(this::take);
        },
        target::report);
    prompts.openBundled();
  }

  /** Sets everything as a spec has it: that of the last time, or of a saved run. */
  public void take(RunSpec spec) {
    takeModel(target, spec.target());
    switch (spec.draft()) {
      case ModelChoice choice -> takeModel(draft, choice);
      case PromptLookup lookup -> draft.pickedProperty().set(new Pick.Lookup(lookup));
    }
    device.take(spec.device(), spec.threads());
    draftTokens.take(spec.lengths());
    maxNewTokens.set(spec.maxNewTokens());
    repeats.set(spec.repeats());
    stopAtEnd.set(spec.endOfSequence() == EndOfSequence.STOP);
    sampling.take(spec.sampling());
    prompts.limitProperty().set(spec.prompts().limit());
    prompts.open(spec.prompts().file());
  }

  /** What is asked for; {@link #blockerProperty} must be empty. */
  public RunSpec spec() {
    return new RunSpec(
        model(target),
        drafter(),
        device.selectedProperty().get().kind().id(),
        device.threadsProperty().get(),
        draftTokens.lengthsProperty().get(),
        sampling.samplingProperty().get().orElseThrow(),
        prompts.choice(),
        maxNewTokens.get(),
        repeats.get(),
        stopAtEnd.get() ? EndOfSequence.STOP : EndOfSequence.IGNORE);
  }

  /** The command that asks for the same; {@link #blockerProperty} must be empty. */
  public String command() {
    return CommandText.of(
        spec(),
        new CommandDefaults(
            bundledPair, prompts.firstBundled(), device.selectedProperty().get().defaultThreads()));
  }

  /** The model whose text is wanted. */
  public ModelPickerViewModel target() {
    return target;
  }

  /** What guesses. */
  public ModelPickerViewModel draft() {
    return draft;
  }

  /** Whether the two fit. */
  public PairViewModel pair() {
    return pair;
  }

  /** Which prompts. */
  public PromptsViewModel prompts() {
    return prompts;
  }

  /** Where both models run. */
  public DeviceViewModel device() {
    return device;
  }

  /** Which values of K. */
  public DraftTokensViewModel draftTokens() {
    return draftTokens;
  }

  /** How tokens are chosen. */
  public SamplingViewModel sampling() {
    return sampling;
  }

  /** Tokens to write after each prompt, at least 2. */
  public IntegerProperty maxNewTokensProperty() {
    return maxNewTokens;
  }

  /** Pairs measured for each prompt and K, at least 1. */
  public IntegerProperty repeatsProperty() {
    return repeats;
  }

  /** Whether an end-of-sequence token ends a text. */
  public BooleanProperty stopAtEndProperty() {
    return stopAtEnd;
  }

  /** What keeps the set-up from being run, in one sentence; empty when it can be. */
  public ReadOnlyStringProperty blockerProperty() {
    return blocker.getReadOnlyProperty();
  }

  /** What keeps the pair from being measured at all, prompts or not; empty when it can be. */
  public ReadOnlyStringProperty pairBlockerProperty() {
    return pairBlocker.getReadOnlyProperty();
  }

  /** The pair on its device, without prompts; empty while {@link #pairBlockerProperty} is not. */
  public ReadOnlyObjectProperty<Optional<ProbeRequest>> probeRequestProperty() {
    return probeRequest.getReadOnlyProperty();
  }

  /** How many pairs the run would measure, and why so many. */
  public ReadOnlyStringProperty workloadProperty() {
    return workload.getReadOnlyProperty();
  }

  /** Folders that people opened as models. */
  public List<Path> modelFolders() {
    return models.folders();
  }

  private record AtHand(List<Checkpoint> models, Optional<BundledPair> pair) {}

  private void pickDefaultPair() {
    Comparator<Checkpoint> bySize = Comparator.comparingLong(Checkpoint::parameters);
    bundledPair
        .map(BundledPair::target)
        .or(() -> models.items().stream().max(bySize))
        .ifPresent(target::pick);
    bundledPair
        .map(BundledPair::draft)
        .or(() -> models.items().stream().min(bySize))
        .ifPresent(draft::pick);
  }

  /** A folder of last time that is gone is no news until it is asked for. */
  private void openQuietly(Path folder) {
    background.load(() -> models.read(folder), found -> models.addOpened(folder, found), _ -> {});
  }

  private void takeModel(ModelPickerViewModel picker, ModelChoice choice) {
    picker.precisionProperty().set(choice.precision());
    picker.open(choice.directory());
  }

  private DraftChoice drafter() {
    return switch (draft.pickedProperty().get()) {
      case Pick.Model _ -> model(draft);
      case Pick.Lookup(PromptLookup lookup) -> lookup;
    };
  }

  private static ModelChoice model(ModelPickerViewModel picker) {
    return new ModelChoice(
        picker.selectedProperty().get().directory(), picker.precisionProperty().get());
  }

  private void update() {
    pairBlocker.set(findPairBlocker());
    blocker.set(findBlocker());
    probeRequest.set(pairBlocker.get().isEmpty() ? Optional.of(probe()) : Optional.empty());
    int ks = draftTokens.lengthsProperty().get().values().size();
    long pairs = (long) prompts.count() * ks * repeats.get();
    workload.set(
        prompts.count() == 0
            ? ""
            : texts.of("setup.workload", pairs, prompts.count(), ks, repeats.get()));
  }

  private ProbeRequest probe() {
    return new ProbeRequest(
        model(target),
        drafter(),
        device.selectedProperty().get().kind().id(),
        device.threadsProperty().get());
  }

  private String findPairBlocker() {
    if (device.selectedProperty().get() == null) {
      return texts.of("setup.blocker.device");
    }
    return switch (pair.stateProperty().get()) {
      case PairState.Incomplete _ -> texts.of("setup.blocker.models");
      case PairState.Checking _ -> texts.of("setup.blocker.checking");
      case PairState.Misfit _ -> texts.of("setup.blocker.misfit");
      case PairState.Fits _, PairState.NoDraftModel _ -> "";
    };
  }

  private String findBlocker() {
    if (!pairBlocker.get().isEmpty()) {
      return pairBlocker.get();
    }
    if (prompts.selectedProperty().get() == null) {
      return texts.of("setup.blocker.prompts");
    }
    if (stopsWithoutProbabilities()) {
      return texts.of("setup.blocker.confidence");
    }
    return sampling.samplingProperty().get().isEmpty() ? texts.of("setup.blocker.sampling") : "";
  }

  private boolean stopsWithoutProbabilities() {
    return draft.pickedProperty().get() instanceof Pick.Lookup
        && draftTokens.lengthsProperty().get().values().stream()
            .anyMatch(DraftLength.Confident.class::isInstance);
  }
}
