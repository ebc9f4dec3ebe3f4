package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.TextComparison;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Step;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalStoreTest {

  private static final RunRecord RUN = SampleRuns.measured();
  private static final JournalHeader HEADER = SampleJournals.HEADER;

  @TempDir private Path directory;
  private RunLibrary library;

  @BeforeEach
  void openLibrary() {
    library = new RunLibrary(directory);
  }

  @Test
  void aJournalWithoutAWriterIsAnInterruptedRun() throws IOException {
    Path journal = write(SampleJournals.lines(1));

    assertThat(library.interrupted(Set.of())).containsExactly(new OrphanedJournal(journal, HEADER));
  }

  @Test
  void aJournalThatIsBeingWrittenIsNot() throws IOException {
    Path journal = write(SampleJournals.lines(1));
    try (FileChannel writer = FileChannel.open(journal, StandardOpenOption.WRITE);
        FileLock lock = writer.tryLock(Long.MAX_VALUE - 1, 1, false)) {
      assertThat(lock).isNotNull();

      assertThat(library.interrupted(Set.of())).isEmpty();
    }
  }

  @Test
  void aJournalOfAnotherProcessIsNotEither() throws Exception {
    Path journal = write(SampleJournals.lines(1));
    try (LockHolder other = LockHolder.on(journal)) {
      assertThat(other.isAlive()).isTrue();
      assertThat(library.interrupted(Set.of())).isEmpty();
    }
    assertThat(library.interrupted(Set.of())).hasSize(1);
  }

  @Test
  void aRunThatThisProcessIsMeasuringIsNotOpened() throws IOException {
    write(SampleJournals.lines(1));

    assertThat(library.interrupted(Set.of(RUN.id()))).isEmpty();
  }

  @Test
  void aJournalThatEndsInItsFirstLineHoldsNothing() throws IOException {
    write(List.of(SampleJournals.lines(0).getFirst().substring(0, 30)));

    assertThat(library.interrupted(Set.of())).isEmpty();
  }

  @Test
  void aRunThatWasSavedIsNotOfferedAgain() throws IOException {
    library.save(RUN);
    write(SampleJournals.lines(3));

    assertThat(library.interrupted(Set.of())).isEmpty();
  }

  @Test
  void whatWasMeasuredIsRecovered() throws IOException {
    Path journal = write(SampleJournals.lines(2));

    RunRecord recovered = library.recover(new OrphanedJournal(journal, HEADER));

    assertThat(recovered.provenance()).isEqualTo(Provenance.RECOVERED);
    assertThat(recovered.samples()).isEqualTo(RUN.samples().subList(0, 2));
    assertThat(library.read(RUN.id())).isEqualTo(recovered);
    assertThat(journal).doesNotExist();
  }

  @Test
  void whatTwoWindowsRecoverAtOnceIsThereOnceAndNoProblem() throws IOException {
    Path journal = SampleJournals.write(library, 2);
    OrphanedJournal offered = library.interrupted(Set.of()).getFirst();
    RunRecord recovered = library.recover(offered);

    assertThat(library.recover(offered)).as("the journal is gone").isEqualTo(recovered);
    SampleJournals.write(library, 2);
    assertThat(library.recover(offered)).as("it is still there").isEqualTo(recovered);
    assertThat(library.list().runs()).containsExactly(RunSummary.of(recovered));
    assertThat(journal).exists();
  }

  @Test
  void aLastLineThatWasCutWithinACharacterCostsThatLineOnly() throws IOException {
    List<String> lines = SampleJournals.lines(2);
    byte[] whole = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    int cut = lastIndexOf(whole, "é".getBytes(StandardCharsets.UTF_8)[0]) + 1;
    Path journal = library.journals().file(RUN.id());
    Files.createDirectories(journal.getParent());
    Files.write(journal, Arrays.copyOf(whole, cut));

    assertThat(library.journals().assemble(RUN.id()).samples())
        .isEqualTo(RUN.samples().subList(0, 1));
  }

  @Test
  void aLineThatCannotBeReadCostsWhatItHoldsAndIsNamedInTheNote() throws IOException {
    List<String> lines = SampleJournals.lines(2);
    lines.add(5, "oops");
    Path journal = write(lines);

    RunRecord recovered = library.recover(new OrphanedJournal(journal, HEADER));

    assertThat(recovered.samples()).isEqualTo(RUN.samples().subList(0, 2));
    assertThat(recovered.provenance()).isEqualTo(Provenance.RECOVERED);
    assertThat(recovered.note())
        .isEqualTo(
            "1 line of the journal could not be read and is not in this run; the first: line 6:"
                + " This line is not an event of a run: oops");
    assertThat(journal).doesNotExist();
    assertThat(journal.resolveSibling(RUN.id() + ".jsonl.damaged"))
        .hasContent(String.join("\n", lines));
  }

  @Test
  void aJournalOfWhichNoPairCanBeReadIsRefusedAndKept() throws IOException {
    List<String> lines = SampleJournals.lines(1);
    lines.set(4, "{\"event\":\"pair-measured\"}");
    lines.add("{\"event\":\"cancelled\"}");
    Path journal = write(lines);

    assertThatThrownBy(() -> library.recover(new OrphanedJournal(journal, HEADER)))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The journal "
                + journal
                + " is damaged, and nothing of it can be kept: line 5: This line is not an event of"
                + " a run: {\"event\":\"pair-measured\"}");
    assertThat(journal).exists();
  }

  /** The bytes of the first build that wrote journals, before rounds had a ledger. */
  @Test
  void aJournalOfAnEarlierBuildIsRecovered() throws IOException {
    Path journal = library.journals().file("2026-11-23-0900-earlier");
    Files.createDirectories(journal.getParent());
    Files.copy(Path.of("src/test/resources/dev/goldilocks/runs/earlier-build.jsonl"), journal);

    OrphanedJournal orphan = library.interrupted(Set.of()).getFirst();
    RunRecord recovered = library.recover(orphan);

    assertThat(recovered.note()).isEmpty();
    assertThat(recovered.limits()).isEmpty();
    PairSample pair = recovered.samples().getFirst();
    assertThat(pair.plan().prompt().id()).isEqualTo("1");
    assertThat(pair.speculative().generation().steps())
        .containsExactly(
            new Step.Round(
                List.of(11, 12),
                1,
                List.of(11, 13),
                // 500 ns less the two models' 400 were the host's; acceptance was not timed.
                new RoundTime(100, 300, OptionalLong.empty(), 100, 500)));
    assertThat(pair.comparison()).isEqualTo(new TextComparison.Diverged(1, 0.25, List.of()));
  }

  @Test
  void aJournalWithoutAPairHasNothingToRecover() throws IOException {
    Path journal = write(SampleJournals.lines(0));

    assertThatThrownBy(() -> library.recover(new OrphanedJournal(journal, HEADER)))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The journal " + journal + " holds no measured pair, so there is nothing to recover.");
    assertThat(journal).exists();
  }

  @Test
  void theLogOfARunThatEndedWellGoesWithItsJournal() throws IOException {
    Path journal = write(SampleJournals.lines(3));
    Path log = beside(journal, ".log");
    Path crash = beside(journal, ".crash.txt");
    Path another = Files.writeString(journal.resolveSibling("another.log"), "x");

    library.save(RUN);

    assertThat(List.of(journal, log, crash)).noneMatch(Files::exists);
    assertThat(another).exists();
  }

  @Test
  void theLogOfARunThatFailedStaysToBeRead() throws IOException {
    Path journal = write(SampleJournals.lines(2));
    Path log = beside(journal, ".log");

    library.recover(new OrphanedJournal(journal, HEADER));

    assertThat(journal).doesNotExist();
    assertThat(log).exists();
  }

  @Test
  void aLogThatNobodyReadForTwoWeeksGoesWithTheNextJournal() throws IOException {
    Path journal = write(SampleJournals.lines(0));
    Path old = beside(journal, ".crash.txt");
    Path recent = beside(journal, ".log");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(15))));
    Files.setLastModifiedTime(recent, FileTime.from(Instant.now().minus(Duration.ofDays(13))));

    library.journals().discard(RUN.id());

    assertThat(old).doesNotExist();
    assertThat(recent).exists();
  }

  private static Path beside(Path journal, String suffix) throws IOException {
    return Files.writeString(journal.resolveSibling(RUN.id() + suffix), "x");
  }

  private Path write(List<String> lines) throws IOException {
    Path journal = library.journals().file(RUN.id());
    Files.createDirectories(journal.getParent());
    return Files.writeString(journal, String.join("\n", lines) + "\n");
  }

  private static int lastIndexOf(byte[] bytes, byte wanted) {
    int index = bytes.length - 1;
    while (bytes[index] != wanted) {
      index--;
    }
    return index;
  }
}
