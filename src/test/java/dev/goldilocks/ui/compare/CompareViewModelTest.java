package dev.goldilocks.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {

  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  @TempDir private Path directory;
  private FakeParts parts;
  private CompareViewModel compare;

  @BeforeEach
  void saveSome() {
    parts = new FakeParts(directory);
    parts.library().save(Records.of(parts.runs(), Specs.of(8, 4)));
    parts.runs().acceptFromNowOn(0.3);
    parts.library().save(Records.of(parts.runs(), Specs.of(8, 2, 4)));
    parts.library().save(Records.of(parts.runs(), Specs.of(4, 4)));
    compare =
        new CompareViewModel(parts.library(), new Background(Runnable::run, Runnable::run), TEXTS);
  }

  @Test
  void runsAreComparedInTheOrderOfChoice() {
    compare.show(runs("run-2", "run-1"));
    assertThat(compare.comparisonProperty().get().orElseThrow().runs())
        .extracting(RunSummary::id)
        .containsExactly("run-2", "run-1");
    assertThat(compare.warningProperty().get()).isEmpty();
  }

  @Test
  void runsOverOtherPromptsAreWarnedOf() {
    compare.show(runs("run-1", "run-3"));
    assertThat(compare.warningProperty().get())
        .startsWith(
            "GoldilocksCoder-9M + 0.7M, bf16 · 2026-11-23 13:00:00 UTC cannot be held against"
                + " GoldilocksCoder-9M + 0.7M, bf16 · 2026-11-23 11:00:00 UTC: other prompts");
  }

  @Test
  void ofManyRunsThatCannotBeHeldAgainstTheFirstThreeAreWarnedOfInFull() {
    parts.library().save(Records.of(parts.runs(), Specs.of(3, 4)));
    parts.library().save(Records.of(parts.runs(), Specs.of(5, 4)));
    compare.show(runs("run-1", "run-3", "run-4", "run-5"));
    assertThat(compare.warningProperty().get().lines()).hasSize(3);

    parts.library().save(Records.of(parts.runs(), Specs.of(6, 4)));
    parts.library().save(Records.of(parts.runs(), Specs.of(7, 4)));
    compare.show(runs("run-1", "run-3", "run-4", "run-5", "run-6", "run-7"));
    assertThat(compare.warningProperty().get().lines())
        .hasSize(4)
        .last()
        .isEqualTo(
            "2 more cannot be held against it; a run above says why when the pointer rests on it.");
  }

  @Test
  void aRunCanBeTakenOut() {
    compare.show(runs("run-1", "run-2"));
    compare.remove("run-1");
    assertThat(compare.comparisonProperty().get().orElseThrow().runs())
        .extracting(RunSummary::id)
        .containsExactly("run-2");
    compare.remove("run-2");
    assertThat(compare.comparisonProperty().get()).isEmpty();
  }

  @Test
  void aRunThatIsGoneIsTold() {
    List<RunSummary> chosen = runs("run-1", "run-2");
    parts.library().delete("run-2");
    compare.show(chosen);
    assertThat(compare.problemProperty().get()).contains("run-2");
  }

  @Test
  void theFiguresHaveARowForEachRunAndK() {
    compare.show(runs("run-1", "run-2"));
    FigureTable table =
        new FigureTable(
            compare.comparisonProperty().get().orElseThrow(),
            TEXTS,
            new FigureFormat(Locale.ENGLISH));
    assertThat(table.heads())
        .extracting(FigureTable.Head::text)
        .containsExactly(
            "K",
            "Speedup",
            "Base, tok/s",
            "Spec., tok/s",
            "Acceptance",
            "Tok./round",
            "1st tok., ms",
            "Memory");
    assertThat(table.rows())
        .extracting(row -> row.run() + ": " + row.cells().getFirst().figure())
        .containsExactly("0: 4", "1: 2", "1: 4");
  }

  @Test
  void aRunThatCannotBeComparedSaysWhyAndTheOthersSayNothing() {
    compare.show(runs("run-1", "run-2", "run-3"));
    Comparison compared = compare.comparisonProperty().get().orElseThrow();
    assertThat(compare.mismatch(compared, 1)).isEmpty();
    assertThat(compare.mismatch(compared, 2)).contains("cannot be held against", "prompts");
  }

  private List<RunSummary> runs(String... ids) {
    List<RunSummary> all = parts.library().list().runs();
    return List.of(ids).stream()
        .map(id -> all.stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow())
        .toList();
  }
}
