package dev.goldilocks.ui;

import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.RunTraces;
import dev.goldilocks.runs.LibraryLocation;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.settings.SettingsLocation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run in processes and a library of its own, which stand still but while they are let go: all of
 * them are stopped by signal, so that the machine is another run's meanwhile. For Linux and macOS.
 */
final class HeldRun implements AutoCloseable {

  private static final long LOOK_MILLIS = 10;
  private static final String MEASURED = "{\"event\":\"pair-measured\"";

  private final Path directory;
  private final Process process;
  private final Set<Integer> disturbed = new HashSet<>();
  private long read;
  private RunSpec spec;
  private int measured;

  private HeldRun(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /**
   * Starts a program and holds it as soon as its run has measured one pair.
   *
   * @param directory of the run's settings and library
   * @param program a main class and its arguments
   */
  static HeldRun start(Path directory, List<String> program)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D%s=%s".formatted(LibraryLocation.PROPERTY, library(directory)));
    command.add("-D%s=%s".formatted(SettingsLocation.PROPERTY, directory));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(program);
    HeldRun run =
        new HeldRun(
            directory,
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(directory).toFile())
                .start());
    try {
      run.measureUntil(1);
      run.hold();
      return run;
    } catch (IOException | InterruptedException | RuntimeException e) {
      run.close();
      throw e;
    }
  }

  /** What the run was asked for. */
  RunSpec spec() {
    return spec;
  }

  /** Lets the run go until it has measured so many pairs, or has ended; then holds it again. */
  void goOnUntil(int pairs) throws IOException, InterruptedException {
    signal("CONT");
    measureUntil(pairs);
    hold();
  }

  /** Lets the run go to its end. */
  RunRecord finish() throws IOException, InterruptedException {
    signal("CONT");
    if (process.waitFor() != 0) {
      throw dead();
    }
    RunLibrary runs = new RunLibrary(library(directory));
    return runs.list().runs().stream()
        .filter(run -> run.provenance() == Provenance.MEASURED)
        .max(Comparator.comparing(RunSummary::createdAt))
        .map(run -> runs.read(run.id()))
        .orElseThrow();
  }

  /** Whether a pair was measured without a stop in its midst. */
  boolean isUndisturbed(PairSample pair) {
    return !disturbed.contains(pair.plan().index());
  }

  /** Ends what has not ended. */
  @Override
  public void close() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private void measureUntil(int pairs) throws IOException, InterruptedException {
    while (measured < pairs && process.isAlive()) {
      readOn();
      Thread.sleep(LOOK_MILLIS);
    }
    if (measured == 0) {
      throw dead();
    }
  }

  private void hold() throws IOException, InterruptedException {
    signal("STOP");
    Thread.sleep(LOOK_MILLIS);
    readOn();
    disturbed.add(measured);
  }

  private void signal(String name) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(ProcessHandle::isAlive)
        .forEach(handle -> command.add(Long.toString(handle.pid())));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Counts the pairs of which the journal's whole lines tell by now. */
  private void readOn() throws IOException {
    Optional<Path> file = journalFile();
    if (file.isEmpty()) {
      return;
    }
    String unread;
    try (SeekableByteChannel journal = Files.newByteChannel(file.get())) {
      ByteBuffer bytes = ByteBuffer.allocate((int) (journal.size() - read));
      journal.position(read).read(bytes);
      // A byte a character: what is looked for is ASCII, and places in the file stay countable.
      unread = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
    String whole = unread.substring(0, unread.lastIndexOf('\n') + 1);
    read += whole.length();
    for (String line : whole.lines().toList()) {
      if (spec == null) {
        spec = new RunCodec().readHeader(line).spec();
      }
      if (line.startsWith(MEASURED)) {
        measured++;
      }
    }
  }

  private Optional<Path> journalFile() throws IOException {
    Path journals = library(directory).resolve("journals");
    if (!Files.isDirectory(journals)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(journals)) {
      return files.filter(file -> file.toString().endsWith(RunTraces.JOURNAL)).findAny();
    }
  }

  private IllegalStateException dead() throws IOException, InterruptedException {
    return new IllegalStateException(
        "exit code " + process.waitFor() + ": " + Files.readString(log(directory)));
  }

  private static Path library(Path directory) {
    return directory.resolve("library");
  }

  private static Path log(Path directory) {
    return directory.resolve("log");
  }
}
