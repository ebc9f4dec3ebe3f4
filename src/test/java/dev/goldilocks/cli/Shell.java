package dev.goldilocks.cli;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.engine.TextGeneration;
import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.home.InstallationHome;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.RunLibrary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands with an installation, a library and a working directory of their own. */
final class Shell {

  static final MachineDescription MACHINE =
      new MachineDescription("Some CPU", 3, 6, 16_000_000_000L, "Linux", "25");

  /** What a command left behind. */
  record Outcome(int exitCode, String out, String err) {}

  final Path directory;
  final ScriptedRuns runs = new ScriptedRuns();
  final TypedInterruption interruption = new TypedInterruption();
  final RunLibrary library;

  /** How busy other programs keep the machine. */
  Optional<BusyCores> otherPrograms = Optional.empty();

  /** Why no chart can be drawn. */
  Optional<String> chartProblem = Optional.empty();

  TextWriter writer = (request, listener) -> TextGeneration.withLibtorch().write(request, listener);

  private final List<Path> usualFolders = new ArrayList<>();
  private Terminal.ProgressStyle progress = Terminal.ProgressStyle.LINES;

  /**
   * @param directory an empty one
   */
  Shell(Path directory) {
    this(directory, new RunLibrary(directory.resolve("library")));
  }

  /** The same with another library. */
  Shell(Path directory, RunLibrary library) {
    this.directory = directory;
    this.library = library;
    copyFixture("llama", home().models().resolve("Large"));
    copyFixture("llama3", home().models().resolve("Small"));
    write(home().prompts().resolve("code.jsonl"), "");
  }

  InstallationHome home() {
    return new InstallationHome(directory.resolve("home"));
  }

  /** Where a run goes that the library cannot take; not there before a test makes it. */
  Path spareFolder() {
    return directory.resolve("spare");
  }

  void lookAtTheTerminal() {
    progress = Terminal.ProgressStyle.BAR;
  }

  /** A folder that the environment names. */
  void lookIntoAlways(Path folder) {
    usualFolders.add(folder);
  }

  Outcome execute(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(stream(out), stream(err), progress);
    int exitCode =
        new Commands(
                new Commands.Surroundings(
                    terminal,
                    interruption,
                    runs,
                    library,
                    spareFolder(),
                    new BundledAssets(this::home),
                    usualFolders,
                    () -> MACHINE,
                    () -> otherPrograms,
                    (request, listener) -> writer.write(request, listener),
                    () -> 42,
                    this::draw,
                    this::drawPage,
                    "1.2.3",
                    new Faults(terminal, directory.resolve("log"))))
            .execute(arguments);
    return new Outcome(exitCode, text(out), text(err));
  }

  /** Copies a tiny checkpoint from the test resources. */
  static void copyFixture(String name, Path into) {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/fixtures", name))) {
      Files.createDirectories(into);
      for (Path file : files.toList()) {
        Files.copy(file, into.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page that names the runs in place of a picture. */
  private void drawPage(List<RunRecord> charted, Path file) {
    write(
        file, charted.stream().map(RunRecord::id).collect(Collectors.joining(" ", "page of ", "")));
  }

  /** A chart that names the runs in place of a picture. */
  private void draw(List<RunRecord> charted, Path file) {
    chartProblem.ifPresent(
        sentence -> {
          throw new ProblemException(sentence);
        });
    write(file, charted.stream().map(RunRecord::id).collect(Collectors.joining(" ")));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
