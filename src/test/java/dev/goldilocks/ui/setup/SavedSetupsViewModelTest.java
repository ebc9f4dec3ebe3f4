package dev.goldilocks.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.settings.NamedSetup;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.SpecText;
import dev.goldilocks.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavedSetupsViewModelTest {

  private static final Texts TEXTS = new Texts(Locale.ENGLISH);
  private static final FigureFormat FIGURES = new FigureFormat(Locale.ENGLISH);
  private static final NamedSetup ONE = new NamedSetup("one", Specs.of(8, 4));
  private static final NamedSetup RANGE = new NamedSetup("Range", Specs.of(8, 1, 2, 3, 4));

  private final List<List<NamedSetup>> kept = new ArrayList<>();
  private SetupViewModel setup;
  private SavedSetupsViewModel saved;

  @BeforeEach
  void start() {
    setup =
        new SetupViewModel(
            Shelves.models(),
            Shelves.promptSets(),
            FakeParts.DEVICES,
            new Background(Runnable::run, Runnable::run),
            TEXTS,
            FIGURES);
    setup.start(Optional.empty(), List.of());
    saved = saved((setups, _) -> kept.add(setups));
  }

  @Test
  void theyStandByNameWhateverTheCase() {
    assertThat(saved.items()).containsExactly(ONE, RANGE);
  }

  @Test
  void whatIsSetUpIsSavedUnderTheNameThatWasTyped() {
    setup.repeatsProperty().set(5);
    saved.nameProperty().set("  five times ");
    saved.save();
    NamedSetup five = new NamedSetup("five times", setup.spec());
    assertThat(saved.items()).containsExactly(five, ONE, RANGE);
    assertThat(kept).containsExactly(List.of(five, ONE, RANGE));
    assertThat(saved.nameProperty().get()).isEmpty();
  }

  @Test
  void theSameNameAgainReplacesAndSaysSoBefore() {
    saved.nameProperty().set("one");
    assertThat(saved.verbProperty().get()).isEqualTo("Replace");
    saved.save();
    assertThat(saved.items()).containsExactly(new NamedSetup("one", setup.spec()), RANGE);
    assertThat(saved.verbProperty().get()).isEqualTo("Save");
  }

  @Test
  void withoutANameNothingIsSaved() {
    saved.nameProperty().set("  ");
    saved.save();
    assertThat(kept).isEmpty();
  }

  @Test
  void whatCannotBeRunIsNotSaved() {
    saved.nameProperty().set("broken");
    setup.sampling().seed().textProperty().set("x");
    assertThat(saved.savableProperty().get()).isFalse();
    saved.save();
    assertThat(kept).isEmpty();
  }

  @Test
  void takingOneBackSetsEverything() {
    saved.take(RANGE);
    assertThat(setup.spec()).isEqualTo(RANGE.spec());
  }

  @Test
  void whatIsRemovedCanComeBack() {
    saved.remove(ONE);
    assertThat(saved.items()).containsExactly(RANGE);
    assertThat(saved.removedProperty().get()).contains(ONE);
    saved.restore();
    assertThat(saved.items()).containsExactly(ONE, RANGE);
    assertThat(saved.removedProperty().get()).isEmpty();
    assertThat(kept).containsExactly(List.of(RANGE), List.of(ONE, RANGE));
  }

  @Test
  void oneLineSaysWhatItAsksFor() {
    assertThat(saved.describe(RANGE))
        .isEqualTo("GoldilocksCoder-9M + GoldilocksCoder-0.7M · bf16 · K 1–4 · 64 tokens × 1");
    assertThat(saved.describe(new NamedSetup("gaps", Specs.of(8, 1, 2, 8))))
        .contains(" · K 1, 2, 8 · ");
  }

  @Test
  void whatCannotBeKeptSaysSo() {
    SavedSetupsViewModel unlucky = saved((_, failed) -> failed.accept("The disk is full."));
    unlucky.remove(ONE);
    assertThat(unlucky.problemProperty().get()).isEqualTo("The disk is full.");
  }

  private SavedSetupsViewModel saved(SavedSetupsViewModel.Keeper keeper) {
    return new SavedSetupsViewModel(
        setup, List.of(RANGE, ONE), keeper, new SpecText(TEXTS, FIGURES), TEXTS);
  }
}
