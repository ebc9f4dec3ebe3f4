package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrarySeedingTest {

  private static final RunRecord ONE = SampleRuns.named("one", "First sample");
  private static final RunRecord TWO = SampleRuns.reported().withId("two");

  @TempDir private Path directory;
  private Path samples;
  private RunLibrary library;

  @BeforeEach
  void openLibrary() throws IOException {
    samples = Files.createDirectory(directory.resolve("sample-runs"));
    library = new RunLibrary(directory.resolve("library"));
    sample(ONE);
  }

  @Test
  void theFirstStartPutsEverySampleThereByteForByte() throws IOException {
    Path file = sample(TWO);
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{  \"mine\":1,"));
    Files.writeString(samples.resolve("README.md"), "Not a run.");

    assertThat(seed()).isEmpty();

    assertThat(library.list().runs())
        .containsExactlyInAnyOrder(RunSummary.of(ONE), RunSummary.of(TWO));
    assertThat(library.file("two")).hasSameBinaryContentAs(file);
  }

  @Test
  void aLibraryThatCannotBeWrittenIsOneProblemHoweverManySamplesThereAre() throws IOException {
    sample(TWO);
    Files.writeString(library.directory(), "a file where the library should be");

    assertThat(seed())
        .extracting(UnreadableRun::sentence)
        .containsExactly(
            "The library %s is a file, not a folder. Move it away, or set GOLDILOCKS_LIBRARY to a folder."
                .formatted(library.directory()));
  }

  @Test
  void aSampleThatPeopleDeletedDoesNotComeBack() throws IOException {
    seed();
    library.delete("one");
    Files.delete(library.directory().resolve("trash").resolve("one.json"));

    assertThat(seed()).isEmpty();

    assertThat(library.list().runs()).isEmpty();
  }

  @Test
  void aSampleThatPeopleRenamedStaysAsTheyLeftIt() {
    seed();
    RunRecord mine = library.update("one", run -> run.withName("mine"));

    seed();

    assertThat(library.list().runs()).containsExactly(RunSummary.of(mine));
  }

  @Test
  void aSampleOfANewerProgramIsAdded() throws IOException {
    seed();
    library.delete("one");
    sample(TWO);

    seed();

    assertThat(library.list().runs()).containsExactly(RunSummary.of(TWO));
  }

  @Test
  void aRunThatHasTheIdAlreadyIsLeftAlone() {
    RunRecord own = SampleRuns.named("one", "my own");
    library.save(own);

    seed();

    assertThat(library.read("one")).isEqualTo(own);
  }

  @Test
  void aSampleThatCannotBeReadIsToldAndTriedAgain() throws IOException {
    Path broken = Files.writeString(samples.resolve("broken.json"), "{");

    assertThat(seed())
        .containsExactly(
            new UnreadableRun(
                broken,
                broken
                    + " is not valid JSON at line 1, column 2. Export the run again, or mend it"
                    + " there."));
    Files.writeString(
        broken, RunFileFormat.write(RunFile.of(SampleRuns.named("broken", "mended"))));

    assertThat(seed()).isEmpty();
    assertThat(library.read("broken").name()).isEqualTo("mended");
  }

  @Test
  void aSampleUnderAnotherNameThanItsIdIsTold() throws IOException {
    Path copy = Files.copy(samples.resolve("one.json"), samples.resolve("copy.json"));

    assertThat(seed())
        .containsExactly(
            new UnreadableRun(copy, copy + " holds a run of another id; name the file after it."));
  }

  @Test
  void anInstallationWithoutSamplesHasNone() {
    assertThat(new LibrarySeeding(library).seed(directory.resolve("absent"))).isEmpty();
    assertThat(library.list()).isEqualTo(new RunListing(List.of(), List.of()));
  }

  private List<UnreadableRun> seed() {
    return new LibrarySeeding(library).seed(samples);
  }

  private Path sample(RunRecord run) throws IOException {
    return Files.writeString(
        samples.resolve(run.id() + ".json"), RunFileFormat.write(RunFile.of(run)));
  }
}
