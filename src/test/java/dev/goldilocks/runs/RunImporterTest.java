package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.Remarks;
import dev.goldilocks.bench.Role;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.TokenDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunImporterTest {

  private static final RunRecord RUN = SampleRuns.measured();
  private static final RunCodec CODEC = new RunCodec();

  @TempDir private Path directory;
  private RunLibrary library;
  private RunImporter importer;

  @BeforeEach
  void openLibrary() {
    library = new RunLibrary(directory.resolve("library"));
    importer = new RunImporter(library);
  }

  @Test
  void aRunFileIsCopiedUnderItsId() throws IOException {
    Path file = exported("x.json", RUN);

    assertThat(importer.importAll(List.of(file))).containsExactly(new Import.Done(file, RUN));
    assertThat(library.read(RUN.id())).isEqualTo(RUN);
    assertThat(file).exists();
  }

  @Test
  void whatThisVersionDoesNotKnowIsCopiedToo() throws IOException {
    Path file = exported("x.json", RUN);
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"colour\": \"gold\","));

    importer.importAll(List.of(file));

    assertThat(library.file(RUN.id())).content().contains("\"colour\": \"gold\"");
  }

  @Test
  void eachFileHasAResultOfItsOwn() throws IOException {
    Path bad = Files.writeString(directory.resolve("bad.json"), "oops");
    Path first = exported("first.json", SampleRuns.named("one", "first"));
    Path last = exported("last.json", SampleRuns.reported());

    assertThat(importer.importAll(List.of(first, bad, last)))
        .containsExactly(
            new Import.Done(first, SampleRuns.named("one", "first")),
            new Import.Refused(
                bad,
                bad
                    + " is not valid JSON at line 1, column 1. Export the run again, or mend it"
                    + " there."),
            new Import.Done(last, SampleRuns.reported()));
  }

  @Test
  void aRunThatIsThereIsNotCopiedAgainWhateverItIsCalledThere() throws IOException {
    Path file = exported("x.json", RUN);
    importer.importAll(List.of(file));
    RunRecord renamed =
        library.update(RUN.id(), run -> run.withName("mine").withTags(List.of("t")).withNote("n"));

    assertThat(importer.importAll(List.of(file)))
        .containsExactly(new Import.AlreadyThere(file, renamed));
    assertThat(library.list().runs()).containsExactly(RunSummary.of(renamed));
  }

  @Test
  void anotherRunOfAnIdThatIsTakenGetsANewOne() throws IOException {
    library.save(RUN);
    RunRecord theirs = without(RUN.samples().size() - 1);
    Path file = exported("x.json", theirs);

    Import.Done done = (Import.Done) importer.importAll(List.of(file)).getFirst();

    assertThat(done.run()).isEqualTo(theirs.withId(done.run().id()));
    assertThat(library.read(done.run().id())).isEqualTo(done.run());
    assertThat(library.read(RUN.id())).isEqualTo(RUN);
  }

  @Test
  void anotherRunDoesNotTakeTheIdOfADeletedOne() throws IOException {
    library.save(RUN);
    library.delete(RUN.id());

    Import.Done done =
        (Import.Done) importer.importAll(List.of(exported("x.json", without(1)))).getFirst();
    library.restore(RUN.id());

    assertThat(done.run().id()).isNotEqualTo(RUN.id());
    assertThat(library.read(RUN.id())).isEqualTo(RUN);
  }

  @Test
  void aRunThatWasDeletedHereComesBackAsItWas() throws IOException {
    Path file = exported("x.json", RUN);
    RunRecord mine = RUN.withName("mine");
    library.save(mine);
    library.delete(RUN.id());

    assertThat(importer.importAll(List.of(file))).containsExactly(new Import.Done(file, mine));
    assertThat(library.read(RUN.id())).isEqualTo(mine);
  }

  @Test
  void anIdThatIsAPathIsReplaced() throws IOException {
    Path file = exported("x.json", SampleRuns.named("../../evil", "x"));

    Import.Done done = (Import.Done) importer.importAll(List.of(file)).getFirst();

    assertThat(library.file(done.run().id()).getParent()).isEqualTo(library.directory());
    assertThat(files(directory)).containsExactlyInAnyOrder("x.json", "library");
  }

  @Test
  void aJournalIsImportedAsWhatCanBeRecoveredFromIt() throws IOException {
    Path journal = journal(2);

    Import.Done done = (Import.Done) importer.importAll(List.of(journal)).getFirst();

    assertThat(done.run().provenance()).isEqualTo(Provenance.RECOVERED);
    assertThat(done.run().samples()).isEqualTo(RUN.samples().subList(0, 2));
    assertThat(library.read(RUN.id())).isEqualTo(done.run());
    assertThat(journal).exists();
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "2, false", "3, true"})
  void aJournalOfARunThatIsImportedStaysWhileItHoldsMore(int pairsInIt, boolean stays)
      throws IOException {
    Path journal = SampleJournals.write(library, pairsInIt);

    importer.importAll(List.of(exported("x.json", without(2))));

    assertThat(Files.exists(journal)).isEqualTo(stays);
  }

  @Test
  void aJournalWithoutAPairIsRefused() throws IOException {
    Path journal = journal(0);

    assertThat(importer.importAll(List.of(journal)))
        .containsExactly(
            new Import.Refused(
                journal,
                "The journal "
                    + journal
                    + " holds no measured pair, so there is nothing to import from it."));
  }

  @Test
  void whatIsNoRunIsRefusedWithOneSentenceAndChangesNothing() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Path absent = directory.resolve("absent.json");
    Path other = Files.writeString(directory.resolve("other.json"), "{\"format\": \"other\"}");
    Path newer =
        Files.writeString(
            directory.resolve("newer.json"), "{\"format\": \"goldilocks-run\", \"version\": 2}");
    Path nameless = exported("nameless.json", RUN);
    Files.writeString(nameless, Files.readString(nameless).replace("\"name\"", "\"title\""));

    assertThat(importer.importAll(List.of(folder, absent, other, newer, nameless)))
        .containsExactly(
            new Import.Refused(
                folder, folder + " is a folder, not a run file. Choose the files that are in it."),
            new Import.Refused(absent, "There is no file " + absent + ". Check its path."),
            new Import.Refused(
                other,
                other
                    + " is not a run file: its field \"format\" is not \"goldilocks-run\". Choose a"
                    + " file that Goldilocks saved or exported as JSON."),
            new Import.Refused(
                newer,
                newer
                    + " has version 2 of the run file, and this Goldilocks reads up to 1. Open it"
                    + " with a newer Goldilocks."),
            new Import.Refused(
                nameless,
                nameless
                    + ": name is missing. Add it, or export the run again from where it was"
                    + " made."));
    assertThat(library.list()).isEqualTo(new RunListing(List.of(), List.of()));
  }

  @Test
  void aFileThatIsTooLargeIsRefusedUnread() throws IOException {
    Path file = Files.writeString(directory.resolve("large.json"), "x".repeat(2_001));

    assertThat(new RunImporter(library, 2_000).importAll(List.of(file)))
        .containsExactly(
            new Import.Refused(
                file,
                file
                    + " has 2.00 kB, and a run file has at most 2.00 kB. Choose a file that"
                    + " Goldilocks saved or exported as JSON."));
  }

  @Test
  void aRunThatSeveralWindowsImportAtOnceIsThereOnce() throws Exception {
    Path file = exported("x.json", RUN);
    List<Callable<Import>> windows =
        IntStream.range(0, 12)
            .<Callable<Import>>mapToObj(
                i ->
                    () ->
                        new RunImporter(new RunLibrary(library.directory()))
                            .importAll(List.of(file))
                            .getFirst())
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<Import>> results = threads.invokeAll(windows);

      assertThat(results.stream().map(Future::resultNow))
          .filteredOn(result -> result instanceof Import.Done)
          .hasSize(1);
    }
    assertThat(library.list()).isEqualTo(new RunListing(List.of(RunSummary.of(RUN)), List.of()));
  }

  private static RunRecord without(int samples) {
    return new RunRecord(
        SampleRuns.withoutLimits(RUN.origin()),
        Remarks.named(RUN.name()),
        RUN.results(),
        RUN.samples().subList(0, samples),
        TokenDetails.NONE);
  }

  private Path exported(String name, RunRecord run) throws IOException {
    return Files.writeString(directory.resolve(name), RunFileFormat.write(RunFile.of(run)));
  }

  private Path journal(int pairs) throws IOException {
    Stream<RunEvent> events =
        Stream.concat(
            Stream.of(
                new RunEvent.Started(RUN.environment()),
                new RunEvent.ModelLoaded(Role.TARGET, RUN.target(), 12),
                new RunEvent.ModelLoaded(Role.DRAFT, RUN.draft(), 3)),
            RUN.samples().stream().limit(pairs).map(RunEvent.PairMeasured::new));
    JournalHeader header =
        new JournalHeader(RUN.id(), RUN.name(), RUN.createdAt(), SampleRuns.spec());
    String text =
        Stream.concat(Stream.of(CODEC.write(header)), events.map(CODEC::write))
            .collect(Collectors.joining("\n", "", "\n"));
    return Files.writeString(directory.resolve(RUN.id() + ".jsonl"), text);
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
