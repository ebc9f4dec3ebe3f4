package dev.goldilocks.runs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLibraryTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path directory;
  private RunLibrary library;

  @BeforeEach
  void openLibrary() {
    library = new RunLibrary(directory.resolve("library"));
  }

  @Test
  void aLibraryThatWasNeverUsedIsEmpty() {
    assertThat(library.list()).isEqualTo(new RunListing(List.of(), List.of()));
  }

  @Test
  void aSavedRunIsReadBackWithEverySample() {
    library.save(SampleRuns.measured());

    assertThat(library.read("2026-11-23-a1")).isEqualTo(SampleRuns.measured());
  }

  @Test
  void runsAreListedNewestFirst() {
    RunRecord noon = SampleRuns.named("noon", "n", NOON);
    RunRecord evening = SampleRuns.named("evening", "e", NOON.plusSeconds(6 * 3600));
    RunRecord morning = SampleRuns.named("morning", "m", NOON.minusSeconds(4 * 3600));
    List.of(noon, evening, morning).forEach(library::save);

    assertThat(library.list().runs())
        .containsExactly(RunSummary.of(evening), RunSummary.of(noon), RunSummary.of(morning));
  }

  @Test
  void aFileThatCannotBeReadIsToldBesideTheOthers() throws IOException {
    library.save(SampleRuns.measured());
    Path broken = Files.writeString(library.directory().resolve("broken.json"), "{");

    assertThat(library.list())
        .isEqualTo(
            new RunListing(
                List.of(RunSummary.of(SampleRuns.measured())),
                List.of(
                    new UnreadableRun(
                        broken,
                        broken
                            + " is not valid JSON at line 1, column 2. Export the run again, or"
                            + " mend it there."))));
  }

  @Test
  void aCopyUnderAnotherFileNameIsNotASecondRunOfThatId() throws IOException {
    library.save(SampleRuns.measured());
    Path copy = library.directory().resolve("copy.json");
    Files.copy(library.file("2026-11-23-a1"), copy);

    assertThat(library.list().unreadable())
        .containsExactly(
            new UnreadableRun(
                copy,
                copy
                    + " holds the run 2026-11-23-a1. Import it, so that it gets a file of its"
                    + " own."));
  }

  @Test
  void savingRemovesTheJournal() throws IOException {
    Path journal = journal("2026-11-23-a1");

    library.save(SampleRuns.measured());

    assertThat(journal).doesNotExist();
  }

  @Test
  void aFullDiskLosesNothing() throws IOException {
    Path journal = journal("2026-11-23-a1");
    RunLibrary full =
        new RunLibrary(
            library.directory(),
            new AtomicWriter(
                disk -> new AtomicWriterTest.DiskWithRoomFor(100, "No space left on device", disk)),
            Duration.ofSeconds(1));

    assertThatThrownBy(() -> full.save(SampleRuns.measured()))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The disk is full: "
                + full.file("2026-11-23-a1")
                + " needs 8 KiB. Free some space in "
                + full.directory()
                + ".");
    assertThat(journal).exists();
    assertThat(files(library.directory())).containsExactly("journals");
  }

  @Test
  void aLibraryThatCanBeWrittenIsFoundSoWithoutATrace() throws IOException {
    library.requireWritable();

    assertThat(files(library.directory())).isEmpty();
  }

  @Test
  void aLibraryThatIsAFileSaysSoWhicheverWayItIsUsed() throws IOException {
    Path file = Files.writeString(directory.resolve("a file"), "in the way");
    RunLibrary wrong = new RunLibrary(file);

    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            wrong::requireWritable,
            wrong::list,
            () -> wrong.delete("one"),
            () -> wrong.adopt(RunFile.of(SampleRuns.measured())))) {
      assertThatThrownBy(use)
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "The library %s is a file, not a folder. Move it away, or set GOLDILOCKS_LIBRARY to a folder."
                  .formatted(file));
    }
  }

  @Test
  void aRunIsNeverSavedOverAnother() {
    library.save(SampleRuns.named("one", "first"));

    assertThatThrownBy(() -> library.save(SampleRuns.named("one", "second")))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            library.file("one")
                + " is there already. Delete that run, or save this one under another id.");
    assertThat(library.read("one").name()).isEqualTo("first");
  }

  @Test
  void anIdThatIsNoFileNameIsRefused() {
    assertThatThrownBy(() -> library.read("../secret"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "\"../secret\" cannot be a run's id: use up to 100 letters, digits, dots, dashes and"
                + " underscores, the first a letter or digit.");
  }

  @Test
  void anUpdateKeepsWhatANewerProgramWroteIntoTheFile() throws IOException {
    library.save(SampleRuns.named("one", "before"));
    Path file = library.file("one");
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"colour\": \"gold\","));

    library.update("one", run -> SampleRuns.named(run.id(), "after"));

    assertThat(library.read("one").name()).isEqualTo("after");
    assertThat(file).content().contains("\"colour\": \"gold\"");
  }

  @Test
  void aDeletedRunIsOutOfTheListAndCanBeRestored() {
    library.save(SampleRuns.measured());

    library.delete("2026-11-23-a1");
    assertThat(library.list().runs()).isEmpty();

    library.restore("2026-11-23-a1");
    assertThat(library.read("2026-11-23-a1")).isEqualTo(SampleRuns.measured());
  }

  @Test
  void deletingWhatIsNotThereIsSaidSo() {
    assertThatThrownBy(() -> library.delete("gone"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("There is no saved run gone; it may be deleted already.");
  }

  @Test
  void restoringNeverReplacesARun() {
    library.save(SampleRuns.named("one", "first"));
    library.delete("one");
    library.save(SampleRuns.named("one", "second"));

    assertThatThrownBy(() -> library.restore("one"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The run one is there already; nothing was restored.");
    assertThat(library.read("one").name()).isEqualTo("second");
  }

  @Test
  void deletingAndRestoringKeepsEveryByte() throws IOException {
    library.save(SampleRuns.measured());
    Path file = library.file("2026-11-23-a1");
    byte[] byHand = Files.readString(file).replaceFirst("\\{", "{  \"mine\":1,").getBytes(UTF_8);
    Files.write(file, byHand);

    library.delete("2026-11-23-a1");
    library.restore("2026-11-23-a1");

    assertThat(file).hasBinaryContent(byHand);
  }

  @Test
  void changingADeletedRunDoesNotBringItBack() {
    library.save(SampleRuns.named("one", "first"));
    library.delete("one");

    assertThatThrownBy(() -> library.update("one", run -> run.withName("second")))
        .isInstanceOf(ProblemException.class)
        .hasMessage("There is no saved run one; it may be deleted already.");
    assertThat(library.list().runs()).isEmpty();
  }

  @Test
  void nameTagsAndNoteAreChangedAndNothingElse() {
    library.save(SampleRuns.measured());

    RunRecord changed =
        library.update(
            "2026-11-23-a1",
            run -> run.withName("fan off").withTags(List.of("quiet")).withNote("Again."));

    assertThat(library.read("2026-11-23-a1")).isEqualTo(changed);
    assertThat(changed)
        .isEqualTo(
            SampleRuns.named("2026-11-23-a1", "fan off")
                .withTags(List.of("quiet"))
                .withNote("Again."));
    assertThat(library.list().runs()).containsExactly(RunSummary.of(changed));
  }

  @Test
  void twoWindowsThatTagOneRunAtOnceLoseNoTag() throws Exception {
    library.save(SampleRuns.measured().withTags(List.of()));
    List<Callable<RunRecord>> windows = new ArrayList<>();
    for (int window = 0; window < 2; window++) {
      RunLibrary ofItsOwn = new RunLibrary(library.directory());
      for (int tag = 0; tag < 15; tag++) {
        String added = window + "-" + tag;
        windows.add(
            () ->
                ofItsOwn.update(
                    "2026-11-23-a1",
                    run ->
                        run.withTags(
                            Stream.concat(run.tags().stream(), Stream.of(added)).toList())));
      }
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      threads.invokeAll(windows);
    }

    assertThat(library.read("2026-11-23-a1").tags()).hasSize(30);
  }

  @Test
  void aChangeWaitsForAnotherProcessAndSaysSoInTheEnd() throws Exception {
    library.save(SampleRuns.named("one", "first"));
    RunLibrary impatient =
        new RunLibrary(library.directory(), new AtomicWriter(), Duration.ofMillis(50));
    Path lock = Files.createFile(library.directory().resolve(".lock"));
    try (LockHolder other = LockHolder.on(lock)) {
      assertThat(other.isAlive()).isTrue();
      assertThatThrownBy(() -> impatient.update("one", run -> run.withName("second")))
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "Another Goldilocks has been changing the library "
                  + library.directory()
                  + " for 0 seconds; try again, and close that one if it is stuck.");
    }
    assertThat(impatient.update("one", run -> run.withName("second")).name()).isEqualTo("second");
  }

  private Path journal(String id) throws IOException {
    Path journal = library.journals().file(id);
    Files.createDirectories(journal.getParent());
    return Files.write(journal, "x".getBytes(UTF_8));
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
