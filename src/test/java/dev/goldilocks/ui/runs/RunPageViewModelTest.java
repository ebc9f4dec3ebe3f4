package dev.goldilocks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.runs.RunCsv;
import dev.goldilocks.runs.RunFileFormat;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.charts.ChartsViewModel;
import dev.goldilocks.ui.fake.FakeParts;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.live.VerdictViewModel;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run, the filter over the list, and the ways in and out. */
class RunPageViewModelTest {

  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  @TempDir private Path directory;
  private FakeParts parts;
  private SavedRunsViewModel saved;
  private RunPageViewModel page;
  private TransferViewModel transfer;

  @BeforeEach
  void saveTwo() {
    parts = new FakeParts(directory);
    parts.library().save(Records.of(parts.runs(), Specs.of(4, 2)));
    parts.library().save(Records.of(parts.runs(), Specs.of(4, 4)));
    Background background = new Background(Runnable::run, Runnable::run);
    saved = new SavedRunsViewModel(parts.library(), background);
    page =
        new RunPageViewModel(
            saved,
            parts.library(),
            background,
            new ChartsViewModel(TEXTS),
            new VerdictViewModel(TEXTS, new FigureFormat(Locale.ENGLISH)));
    transfer = new TransferViewModel(parts.library(), saved, background, TEXTS);
    saved.refresh();
  }

  @Test
  void thePageHasTheSamplesOfTheRunThatIsPicked() {
    saved.showOnly("run-1");
    assertThat(shown().samples()).hasSize(4);
    assertThat(page.charts().runsProperty().get().orElseThrow().runs())
        .extracting(RunSummary::id)
        .containsExactly("run-1");
    saved.select(List.of());
    assertThat(page.runProperty().get()).isEmpty();
  }

  @Test
  void aNameTagsAndANoteAreKept() {
    saved.showOnly("run-1");
    page.rename("  Quiet night ");
    page.tag("quiet, paper,, quiet");
    page.remark("Nothing else ran.\n");
    RunRecord kept = parts.library().read("run-1");
    assertThat(List.of(kept.name(), kept.tags(), kept.note()))
        .containsExactly("Quiet night", List.of("quiet", "paper"), "Nothing else ran.");
    assertThat(shown()).isEqualTo(kept);
    assertThat(saved.runs()).extracting(RunSummary::name).contains("Quiet night");
  }

  @Test
  void tagsThatAnotherWindowGaveMeanwhileStay() {
    saved.showOnly("run-1");
    page.tag("quiet, old");
    parts
        .library()
        .update("run-1", run -> run.withTags(List.of("quiet", "old", "from the other window")));
    page.tag("quiet, paper");
    assertThat(parts.library().read("run-1").tags())
        .containsExactly("quiet", "from the other window", "paper");
  }

  @Test
  void tagsCanBePutInAnotherOrder() {
    saved.showOnly("run-1");
    page.tag("quiet, paper");
    page.tag("paper, quiet");
    assertThat(parts.library().read("run-1").tags()).containsExactly("paper", "quiet");
  }

  @Test
  void aBlankNameIsNotTaken() {
    saved.showOnly("run-1");
    String before = shown().name();
    page.rename("  ");
    assertThat(parts.library().read("run-1").name()).isEqualTo(before);
  }

  @Test
  void aRunThatIsGoneIsTold() {
    saved.showOnly("run-1");
    parts.library().delete("run-1");
    page.rename("Gone");
    assertThat(page.problemProperty().get()).contains("run-1");
  }

  @Test
  void theFilterOffersWhatTheRunsHave() {
    FilterViewModel filter = new FilterViewModel(saved.runs(), TEXTS);
    assertThat(filter.draftTokens().choices())
        .containsExactly(
            Optional.empty(),
            Optional.of(new DraftLength.Fixed(2)),
            Optional.of(new DraftLength.Fixed(4)));
    filter.draftTokens().chosen().set(Optional.of(new DraftLength.Fixed(2)));
    assertThat(saved.runs())
        .filteredOn(
            run -> filter.filterProperty().get().accepts(RunRow.of(run), new RunWords(TEXTS)))
        .extracting(RunSummary::id)
        .containsExactly("run-1");
    filter.clear();
    assertThat(filter.filterProperty().get()).isEqualTo(RunFilter.ALL);
  }

  @Test
  void aChoiceThatNoRunHasAnyMoreIsDropped() {
    FilterViewModel filter = new FilterViewModel(saved.runs(), TEXTS);
    filter.draftTokens().chosen().set(Optional.of(new DraftLength.Fixed(2)));
    saved.showOnly("run-1");
    saved.deleteSelected();
    assertThat(filter.filterProperty().get()).isEqualTo(RunFilter.ALL);
  }

  @Test
  void filesAreImportedAndWhatIsWrongWithOneIsSaid() throws IOException {
    Path good = Files.copy(parts.library().file("run-1"), directory.resolve("good.json"));
    Path bad = Files.writeString(directory.resolve("bad.json"), "{");
    parts.library().delete("run-1");
    saved.refresh();
    transfer.importFiles(List.of(bad, good));
    assertThat(transfer.doneProperty().get()).isEqualTo("1 run was imported.");
    assertThat(transfer.problemProperty().get()).contains("bad.json").doesNotContain("good");
    assertThat(saved.selected()).extracting(RunSummary::id).containsExactly("run-1");
    transfer.importFiles(List.of(good));
    assertThat(transfer.doneProperty().get()).isEqualTo("1 run was there already.");
    transfer.dismiss();
    assertThat(transfer.doneProperty().get()).isEmpty();
  }

  @Test
  void anExportedRunIsTheSavedOne() {
    Path file = directory.resolve("out.json");
    transfer.export(ExportFormat.JSON, List.of(saved.runs().getFirst()), file);
    assertThat(RunFileFormat.read(file).run()).isEqualTo(parts.library().read("run-2"));
    assertThat(transfer.doneProperty().get()).isEqualTo("1 run was written to " + file + ".");
  }

  @Test
  void severalRunsGoIntoOneTable() throws IOException {
    Path csv = directory.resolve("out.csv");
    Path markdown = directory.resolve("out.md");
    transfer.export(ExportFormat.CSV, List.copyOf(saved.runs()), csv);
    transfer.export(ExportFormat.MARKDOWN, List.copyOf(saved.runs()), markdown);
    assertThat(Files.readString(csv)).startsWith("id,name,").contains("\nrun-1,", "\nrun-2,");
    assertThat(Files.readString(directory.resolve("out.csv-metadata.json")))
        .isEqualTo(RunCsv.definitions("out.csv"));
    assertThat(Files.readString(markdown)).contains("| Run | K | Speedup");
  }

  private RunRecord shown() {
    return page.runProperty().get().orElseThrow();
  }
}
