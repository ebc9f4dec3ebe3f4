package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs that save, change, delete and restore runs of one library at once. */
class TwoProcessesTest {

  private static final int ROUNDS = 12;
  private static final long LONGEST_WAIT_SECONDS = 60;

  @TempDir private Path directory;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endProcesses() {
    processes.forEach(process -> process.destroyForcibly().onExit().join());
  }

  @Test
  void loseNothingOfWhatTheOtherDoes() throws Exception {
    RunLibrary library = new RunLibrary(directory.resolve("library"));
    library.save(SampleRuns.named("shared", "before").withTags(List.of()));
    List<Process> both = List.of(start(library, "a"), start(library, "b"));
    List<UnreadableRun> seenHalfWritten = new ArrayList<>();

    for (Process process : both) {
      process.outputWriter().append("go\n").flush();
    }
    while (both.stream().anyMatch(Process::isAlive)) {
      seenHalfWritten.addAll(library.list().unreadable());
    }

    assertThat(both).extracting(TwoProcessesTest::ending).containsOnly("done");
    assertThat(seenHalfWritten).isEmpty();
    assertThat(library.list().runs())
        .extracting(RunSummary::id)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("shared"), ids("a", "b").filter(LibraryUser::comesBack))
                .toList());
    assertThat(library.read("shared").tags())
        .containsExactlyInAnyOrderElementsOf(ids("a", "b").toList());
    ids("a", "b").filter(id -> !LibraryUser.comesBack(id)).forEach(library::restore);
    assertThat(library.list().runs()).hasSize(2 * ROUNDS + 1);
  }

  private static Stream<String> ids(String... names) {
    return Stream.of(names).flatMap(name -> IntStream.range(0, ROUNDS).mapToObj(i -> name + i));
  }

  /** Starts a program, and waits until it is ready. */
  private Process start(RunLibrary library, String name) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LibraryUser.class.getName(),
                library.directory().toString(),
                name)
            .redirectErrorStream(true)
            .start();
    processes.add(process);
    assertThat(process.inputReader().readLine()).isEqualTo("ready");
    return process;
  }

  private static String ending(Process process) {
    try {
      assertThat(process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      return process.inputReader().readAllAsString().strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Uses a library once it is told to go. */
  static final class LibraryUser {

    private LibraryUser() {}

    /** Of the runs that it deletes, it restores every second one. */
    static boolean comesBack(String id) {
      return Integer.parseInt(id.substring(1)) % 2 == 0;
    }

    public static void main(String[] arguments) throws IOException {
      RunLibrary library = new RunLibrary(Path.of(arguments[0]));
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      System.out.println("ready");
      in.readLine();
      ids(arguments[1]).forEach(id -> use(library, id));
      System.out.println("done");
    }

    private static void use(RunLibrary library, String id) {
      library.save(SampleRuns.named(id, id));
      library.update("shared", run -> tagged(run, id));
      library.delete(id);
      if (comesBack(id)) {
        library.restore(id);
      }
    }

    private static RunRecord tagged(RunRecord run, String tag) {
      return run.withTags(Stream.concat(run.tags().stream(), Stream.of(tag)).toList());
    }
  }
}
