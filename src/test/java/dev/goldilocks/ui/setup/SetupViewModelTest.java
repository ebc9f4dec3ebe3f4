package dev.goldilocks.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.DraftLengthLabel;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.hardware.DeviceKind;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupViewModelTest {

  private static final RunSpec FIRST =
      new RunSpec(
          new ModelChoice(Shelves.TARGET.directory(), Precision.BF16),
          new ModelChoice(Shelves.DRAFT.directory(), Precision.BF16),
          "cpu",
          1,
          List.of(4),
          Sampling.greedy(0),
          new PromptChoice(Shelves.PROMPT_FILE, Integer.MAX_VALUE),
          128,
          1,
          EndOfSequence.STOP);

  private final Deque<Runnable> slowWork = new ArrayDeque<>();

  @Test
  void onAFirstStartTheBundledPairIsReadyToRun() {
    SetupViewModel setup = started();
    assertThat(setup.blockerProperty().get()).isEmpty();
    assertThat(setup.spec()).isEqualTo(FIRST);
  }

  @Test
  void onAFirstStartTheEqualCommandIsTheDefaultOne() {
    assertThat(started().command()).isEqualTo("goldilocks run");
  }

  @Test
  void theEqualCommandNamesWhatWasChanged() {
    SetupViewModel setup = started();
    setup.device().threadsProperty().set(2);
    setup.maxNewTokensProperty().set(64);
    assertThat(setup.command()).isEqualTo("goldilocks run --threads=2 --max-new-tokens=64");
  }

  @Test
  void beforeTheModelsAreReadNothingCanBeRun() {
    SetupViewModel setup = setup(slowWork::add);
    setup.start(Optional.empty(), List.of());
    assertThat(setup.blockerProperty().get()).isEqualTo("Pick a target and a draft.");
  }

  @Test
  void whileVocabulariesAreComparedNothingCanBeRun() {
    SetupViewModel setup = setup(slowWork::add);
    setup.start(Optional.empty(), List.of());
    slowWork.remove().run();
    assertThat(setup.blockerProperty().get()).isEqualTo("Comparing the two vocabularies…");
  }

  @Test
  void aDraftOfAnotherVocabularyIsRefusedWithItsReason() {
    SetupViewModel setup = started();
    setup.draft().open(Shelves.STRANGER.directory());
    assertThat(setup.pair().stateProperty().get())
        .isEqualTo(
            new PairState.Misfit(
                "Qwen2.5-0.5B has a vocabulary of 151936 tokens and GoldilocksCoder-9M one of"
                    + " 4096; pick a draft with the target's tokenizer."));
    assertThat(setup.blockerProperty().get()).isEqualTo("Pick a draft that fits the target.");
  }

  @Test
  void draftsThatDoNotFitAreKnownBeforeTheyArePicked() {
    SetupViewModel setup = started();
    setup.target().open(Shelves.STRANGER.directory());
    assertThat(setup.pair().misfitsProperty().get())
        .containsOnlyKeys(Shelves.TARGET.directory(), Shelves.DRAFT.directory());
  }

  @Test
  void anAnswerForATargetThatWasChangedSinceIsDropped() {
    SetupViewModel setup = setup(slowWork::add);
    setup.start(Optional.empty(), List.of());
    while (!slowWork.isEmpty()) {
      slowWork.remove().run();
    }
    setup.target().pick(Shelves.DRAFT);
    setup.target().pick(Shelves.TARGET);
    slowWork.removeLast().run();
    slowWork.removeLast().run();
    assertThat(setup.pair().stateProperty().get()).isEqualTo(new PairState.Fits());
  }

  @Test
  void aFolderWithoutAModelIsNamedAndTheChoiceStays() {
    SetupViewModel setup = started();
    setup.target().open(Path.of("/pictures"));
    assertThat(setup.target().problemProperty().get())
        .isEqualTo(
            "/pictures holds no model, nor do the folders in it; choose a folder with config.json"
                + " and safetensors.");
    assertThat(setup.target().selectedProperty().get()).isEqualTo(Shelves.TARGET);
  }

  @Test
  void aPromptFileThatIsNoneIsNamedAndTheChoiceStays() {
    SetupViewModel setup = started();
    setup.prompts().open(Path.of("/notes.jsonl"));
    assertThat(setup.prompts().problemProperty().get()).startsWith("/notes.jsonl, line 3");
    assertThat(setup.prompts().selectedProperty().get().file()).isEqualTo(Shelves.PROMPT_FILE);
  }

  @Test
  void promptsAreToldByCategoryAndHowManyHaveFurtherTurns() {
    assertThat(started().prompts().categoriesProperty().get())
        .isEqualTo("code 10 · javadoc 10 · licence 10 · test 10 · first turn only of 2");
  }

  @Test
  void aDeviceThatCannotBeUsedIsNeverTheFirstChoice() {
    assertThat(started().device().selectedProperty().get())
        .isEqualTo(new Device.Usable(DeviceKind.CPU, 1, 2));
  }

  @Test
  void aSmallerEndOfTheRangeTakesItsStartAlong() {
    SetupViewModel setup = started();
    setup.draftTokens().fewestProperty().set(3);
    setup.draftTokens().mostProperty().set(2);
    assertThat(setup.spec().draftTokens()).containsExactly(2);
  }

  @Test
  void aLargerStartOfTheRangeTakesItsEndAlong() {
    SetupViewModel setup = started();
    setup.draftTokens().fewestProperty().set(6);
    assertThat(setup.spec().draftTokens()).containsExactly(6);
  }

  @Test
  void theWorkAheadIsCounted() {
    SetupViewModel setup = started();
    setup.draftTokens().fewestProperty().set(1);
    setup.prompts().limitProperty().set(12);
    setup.repeatsProperty().set(3);
    assertThat(setup.workloadProperty().get())
        .isEqualTo("144 pairs = 12 prompts × 4 K × 3 repeats");
  }

  @Test
  void aSetUpOfBeforeComesBackWhole() {
    RunSpec before =
        new RunSpec(
            new ModelChoice(Shelves.STRANGER.directory(), Precision.INT8),
            new ModelChoice(Shelves.DRAFT.directory(), Precision.F32),
            "cpu",
            2,
            List.of(2, 3, 4, 5),
            new Sampling(0.7, 40, 0.9, 11),
            new PromptChoice(Shelves.PROMPT_FILE, 8),
            64,
            3,
            EndOfSequence.IGNORE);
    SetupViewModel setup = setup(Runnable::run);
    setup.start(Optional.of(before), List.of());
    assertThat(setup.spec()).isEqualTo(before);
  }

  @Test
  void valuesOfKWithGapsComeBackAndAreTold() {
    SetupViewModel setup = started();
    setup.take(Specs.of(40, 1, 2, 4, 8));
    assertThat(setup.spec().draftTokens()).containsExactly(1, 2, 4, 8);
    assertThat(setup.draftTokens().exactlyProperty().get())
        .startsWith("Exactly K = 1, 2, 4, 8, as in the set-up");
    setup.draftTokens().mostProperty().set(5);
    assertThat(setup.spec().draftTokens()).containsExactly(1, 2, 3, 4, 5);
    assertThat(setup.draftTokens().exactlyProperty().get()).isEmpty();
  }

  @Test
  void policiesAreMeasuredBesideTheRange() {
    SetupViewModel setup = started();
    setup.draftTokens().mostProperty().set(6);
    setup.draftTokens().predictedProperty().set(true);
    setup.draftTokens().heuristicProperty().set(true);
    setup.draftTokens().confidentProperty().set(true);
    assertThat(setup.spec().lengths().label()).isEqualTo("4,5,6,6@0.4,heuristic..16,auto..16");
    assertThat(setup.workloadProperty().get()).isEqualTo("240 pairs = 40 prompts × 6 K × 1 repeat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2,3,auto..16", "auto..16", "4,heuristic..8", "4,8@0.9", "4,4@0.4,auto..16"})
  void aSetUpWithPoliciesComesBackWhole(String label) {
    SetupViewModel setup = started();
    RunSpec asked = Specs.of(8, 4).withLengths(lengths(label));
    setup.take(asked);
    assertThat(setup.spec()).isEqualTo(asked);
  }

  @Test
  void whatTheChoicesDoNotSayIsTold() {
    SetupViewModel setup = started();
    setup.take(Specs.of(40, 4).withLengths(lengths("4,auto..16")));
    assertThat(setup.draftTokens().exactlyProperty().get()).isEmpty();
    setup.take(Specs.of(40, 4).withLengths(lengths("auto..8")));
    assertThat(setup.draftTokens().exactlyProperty().get()).startsWith("Exactly K = auto..8, as");
    setup.draftTokens().heuristicProperty().set(true);
    assertThat(setup.spec().lengths().label()).isEqualTo("4,heuristic..16,auto..16");
  }

  @Test
  void promptLookupHasNoConfidence() {
    SetupViewModel setup = started();
    setup.draftTokens().confidentProperty().set(true);
    assertThat(setup.blockerProperty().get()).isEmpty();
    setup.draft().pickedProperty().set(new Pick.Lookup(new PromptLookup(2)));
    assertThat(setup.blockerProperty().get())
        .isEqualTo("Prompt lookup has no probabilities: take Confidence off.");
  }

  private static DraftLengths lengths(String label) {
    return DraftLengths.sorted(
        Stream.of(label.split(","))
            .map(DraftLengthLabel::parse)
            .flatMap(Optional::stream)
            .toList());
  }

  @Test
  void aSamplingThatIsNotGoodKeepsTheRunFromStarting() {
    SetupViewModel setup = started();
    setup.sampling().topP().textProperty().set("2");
    assertThat(setup.blockerProperty().get()).isEqualTo("Mend the sampling.");
  }

  @Test
  void aDeviceThatCannotBeUsedSaysWhyAndIsNotPicked() {
    DeviceViewModel device = started().device();
    device.choose(device.devices().get(1));
    assertThat(device.noteProperty().get())
        .isEqualTo(
            "The device cuda cannot be used: it is not there; choose cpu. It would take a GPU.");
    assertThat(device.selectedProperty().get().kind()).isEqualTo(DeviceKind.CPU);
    device.choose(device.devices().getFirst());
    assertThat(device.noteProperty().get()).isEmpty();
  }

  @Test
  void aSetUpOfAnotherMachineSaysWhatThisOneLacks() {
    DeviceViewModel device = started().device();
    device.take("cpu", 16);
    assertThat(device.threadsProperty().get()).isEqualTo(2);
    assertThat(device.noteProperty().get())
        .isEqualTo("The set-up asks for 16 threads; this machine has 2.");
    device.take("cuda", 1);
    assertThat(device.noteProperty().get())
        .isEqualTo(
            "The set-up asks for the device cuda, which cannot be used here; this is what can.");
  }

  @Test
  void modelsAreFoundByWordsOfNameAndFactsInAnyOrder() {
    SetupViewModel setup = started();
    setup.target().open(Shelves.STRANGER.directory());
    setup.draft().searchProperty().set("BF16 qwen");
    assertThat(setup.draft().found()).containsExactly(new Pick.Model(Shelves.STRANGER));
    setup.draft().searchProperty().set("4,096 0.7");
    assertThat(setup.draft().found()).containsExactly(new Pick.Model(Shelves.DRAFT));
    setup.draft().searchProperty().set("mistral");
    assertThat(setup.draft().found()).isEmpty();
    setup.draft().searchProperty().set(" ");
    assertThat(setup.draft().found()).hasSize(4);
  }

  @Test
  void onlyTheDraftsPickerOffersPromptLookupAndItStandsOnTop() {
    SetupViewModel setup = started();
    assertThat(setup.draft().all())
        .containsExactly(
            new Pick.Lookup(new PromptLookup(2)),
            new Pick.Model(Shelves.TARGET),
            new Pick.Model(Shelves.DRAFT));
    assertThat(setup.target().all())
        .containsExactly(new Pick.Model(Shelves.TARGET), new Pick.Model(Shelves.DRAFT));
  }

  @Test
  void promptLookupIsFoundByWhatItIs() {
    SetupViewModel setup = started();
    setup.draft().searchProperty().set("no draft model");
    assertThat(setup.draft().found()).containsExactly(new Pick.Lookup(new PromptLookup(2)));
  }

  @Test
  void promptLookupRunsWithEveryTargetSinceNothingHasToFit() {
    SetupViewModel setup = started();
    setup.draft().pickedProperty().set(new Pick.Lookup(new PromptLookup(2)));
    setup.target().open(Shelves.STRANGER.directory());
    assertThat(setup.pair().stateProperty().get()).isEqualTo(new PairState.NoDraftModel());
    assertThat(setup.blockerProperty().get()).isEmpty();
    assertThat(setup.spec().draft()).isEqualTo(new PromptLookup(2));
  }

  @Test
  void aSetUpWithPromptLookupComesBackWholeWithItsLongestMatch() {
    SetupViewModel setup = started();
    RunSpec asked = Specs.withPromptLookup(new PromptLookup(5));
    setup.take(asked);
    assertThat(setup.spec()).isEqualTo(asked);
  }

  @Test
  void afterPromptLookupAModelDraftsAgain() {
    SetupViewModel setup = started();
    setup.take(Specs.withPromptLookup(new PromptLookup(2)));
    setup.take(FIRST);
    assertThat(setup.spec()).isEqualTo(FIRST);
  }

  @Test
  void thePromptsToReadAreThoseThatARunTakesSpreadOverTheCategories() {
    SetupViewModel setup = started();
    setup.prompts().limitProperty().set(5);
    assertThat(setup.prompts().takenProperty())
        .extracting(Prompt::id)
        .containsExactly("code-1", "javadoc-1", "licence-1", "test-1", "code-2");
  }

  @Test
  void foldersThatWereOpenedAreRememberedAndBundledOnesAreNot() {
    SetupViewModel setup = started();
    setup.target().open(Shelves.STRANGER.directory());
    setup.target().open(Shelves.DRAFT.directory());
    assertThat(setup.modelFolders()).containsExactly(Shelves.STRANGER.directory());
  }

  private SetupViewModel started() {
    SetupViewModel setup = setup(Runnable::run);
    setup.start(Optional.empty(), List.of());
    return setup;
  }

  private static SetupViewModel setup(java.util.concurrent.Executor worker) {
    return new SetupViewModel(
        Shelves.models(),
        Shelves.promptSets(),
        FakeParts.DEVICES,
        new Background(worker, Runnable::run),
        new Texts(Locale.ENGLISH),
        new FigureFormat(Locale.ENGLISH));
  }
}
