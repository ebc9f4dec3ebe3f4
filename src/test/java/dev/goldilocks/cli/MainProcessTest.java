package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldilocks.Main;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.runs.RunSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process, with its engine processes, on tiny checkpoints. */
class MainProcessTest {

  private static final long LONGEST_WAIT_SECONDS = 240;

  @TempDir Path directory;

  private Path home;
  private RunLibrary library;
  private Process process;

  @BeforeEach
  void layOutHome() {
    home = directory.resolve("home with spaces");
    library = new RunLibrary(directory.resolve("library"));
    Shell.copyFixture("llama", home.resolve("assets/models/Large"));
    Shell.copyFixture("llama3", home.resolve("assets/models/Small"));
    Shell.write(
        home.resolve("assets/prompts/two.jsonl"),
        """
        {"question_id": 1, "category": "greeting", "turns": ["Hello"]}
        {"question_id": 2, "category": "code", "turns": ["public class"]}
        """);
  }

  @AfterEach
  void endProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void printsOneDocumentAndSavesTheRun() throws Exception {
    start("run", "--json", "--max-new-tokens", "4", "--precision", "f32", "--ignore-eos");

    JsonNode document = Json.read(process.inputReader().readAllAsString());

    assertThat(exitCode()).isZero();
    assertThat(document.at("/provenance").textValue()).isEqualTo("measured");
    assertThat(document.at("/samples")).hasSize(2);
    assertThat(saved().id()).isEqualTo(document.at("/id").textValue());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void savesWhatWasMeasuredWhenItIsInterrupted() throws Exception {
    start("run", "--max-new-tokens", "4", "--repeats", "250", "--precision", "f32", "--ignore-eos");
    BufferedReader progress = process.errorReader();
    String tenth =
        Stream.generate(() -> line(progress))
            .filter(line -> line.matches("\\d+/500 .*"))
            .findFirst()
            .orElseThrow();
    assertThat(tenth).contains("tok/s");

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(exitCode()).isEqualTo(130);
    assertThat(progress.readAllAsString())
        .contains("Cancelled; the figures are of what was measured.");
    assertThat(saved().provenance()).isEqualTo(Provenance.CANCELLED);
    assertThat(library.read(saved().id()).samples()).hasSizeGreaterThanOrEqualTo(50);
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void runsTheDefaultBenchmarkAndDrawsItsChartWhereThereIsNoDisplay() throws Exception {
    start();

    String figures = process.inputReader().readAllAsString();

    assertThat(exitCode()).isZero();
    assertThat(process.errorReader().readLine())
        .startsWith("There is no display for the window, so the default benchmark runs here");
    Path chart = library.directory().resolve(saved().id() + ".png");
    assertThat(figures)
        .endsWith(
            "Saved as %s in %s.\nIts chart is %s.\n"
                .formatted(saved().id(), library.file(saved().id()), chart));
    assertThat(ImageIO.read(chart.toFile()).getWidth()).isGreaterThan(1000);
  }

  private void start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--module-path",
            System.getProperty("jdk.module.path"),
            "--add-modules",
            "javafx.controls,javafx.fxml",
            "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "-Dgoldilocks.home=" + home,
            "-Dgoldilocks.log.directory=" + directory.resolve("log"),
            "-Dgoldilocks.library=" + library.directory(),
            "-classpath",
            System.getProperty("java.class.path"),
            Main.class.getName());
    builder.command().addAll(List.of(arguments));
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    process = builder.start();
  }

  private int exitCode() throws InterruptedException {
    assertThat(process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private RunSummary saved() {
    List<RunSummary> runs = library.list().runs();
    assertThat(runs).hasSize(1);
    return runs.getFirst();
  }

  private static String line(BufferedReader reader) {
    try {
      String line = reader.readLine();
      assertThat(line).as("a line of progress before the process ended").isNotNull();
      return line;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
