package dev.goldilocks.runs;

import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.Role;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Journals of {@link SampleRuns#measured}, as far as it had got. */
public final class SampleJournals {

  private static final RunRecord RUN = SampleRuns.measured();

  static final JournalHeader HEADER =
      new JournalHeader(RUN.id(), RUN.name(), RUN.createdAt(), SampleRuns.spec());

  private SampleJournals() {}

  /** The lines of one that ended after some of its three pairs. */
  static List<String> lines(int pairs) {
    RunCodec codec = new RunCodec();
    List<RunEvent> events = new ArrayList<>();
    events.add(new RunEvent.Started(RUN.environment()));
    events.add(new RunEvent.ModelLoaded(Role.TARGET, RUN.target(), 12));
    events.add(new RunEvent.ModelLoaded(Role.DRAFT, RUN.draft(), 3));
    RUN.samples().subList(0, pairs).forEach(s -> events.add(new RunEvent.PairMeasured(s)));
    List<String> lines = new ArrayList<>();
    lines.add(codec.write(HEADER));
    events.forEach(event -> lines.add(codec.write(event)));
    return lines;
  }

  /** Puts one into a library, in place of one that is there, and returns its file. */
  public static Path write(RunLibrary library, int pairs) throws IOException {
    Path journal = library.journals().file(RUN.id());
    Files.createDirectories(journal.getParent());
    return Files.writeString(journal, String.join("\n", lines(pairs)) + "\n");
  }
}
