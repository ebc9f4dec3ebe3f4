package dev.goldilocks.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.decode.Precision;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.AtomicWriter;
import dev.goldilocks.runs.Comparison;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HeadlessToolkitTest {

  @TempDir private Path directory;

  @Test
  @Timeout(120)
  void aProgramWithoutDisplayOrFontsWritesAChartAndEnds() throws Exception {
    Path png = directory.resolve("chart.png");
    Path noFonts = directory.resolve("fonts.conf");
    Files.writeString(
        noFonts,
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>"
            + directory.resolve("none")
            + "</dir></fontconfig>");
    Path output = directory.resolve("output");
    Process program = start(Program.class, output, Map.of("FONTCONFIG_FILE", noFonts), png);
    boolean ended = program.waitFor(90, TimeUnit.SECONDS);
    program.destroyForcibly();

    assertThat(ended).as("the program ended by itself: " + Files.readString(output)).isTrue();
    assertThat(program.exitValue()).as(Files.readString(output)).isZero();
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(1760);
    assertThat(pixels(image, ChartPalette.light().text().hashCode())).isGreaterThan(500);
  }

  @Test
  void aProgramThatIsBeingEndedSaysThatItCannotDraw() throws Exception {
    Path output = directory.resolve("output.txt");
    Process program = start(LateProgram.class, output, Map.of());

    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output))
        .isEqualToIgnoringNewLines("A chart cannot be drawn while the program is being ended.");
  }

  @Test
  void whatAComputationThrowsComesBack() {
    HeadlessToolkit toolkit = new HeadlessToolkit();

    assertThatThrownBy(
            () ->
                toolkit.call(
                    () -> {
                      throw new ProblemException("a sentence");
                    }))
        .isInstanceOf(ProblemException.class)
        .hasMessage("a sentence");
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidSo() throws IOException {
    Path inTheWay = Files.writeString(directory.resolve("charts"), "a file");
    Path file = inTheWay.resolve("chart.png");

    assertThatThrownBy(() -> new ChartPng(new AtomicWriter()).save(new WritableImage(2, 2), file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            file
                + " cannot be written: a part of its path is not a directory. Choose another"
                + " place, or allow writing.");
  }

  @Test
  void pixelsAreWrittenAsTheyAre() throws IOException {
    WritableImage image = new WritableImage(2, 1);
    image.getPixelWriter().setArgb(0, 0, 0xff0969da);
    image.getPixelWriter().setArgb(1, 0, 0x80ffffff);
    Path file = directory.resolve("two.png");

    new ChartPng(new AtomicWriter()).save(image, file);

    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(List.of(read.getRGB(0, 0), read.getRGB(1, 0)))
        .containsExactly(0xff0969da, 0x80ffffff);
    assertThat(new String(Files.readAllBytes(file), 1, 3, StandardCharsets.US_ASCII))
        .isEqualTo("PNG");
  }

  private static Process start(
      Class<?> main, Path output, Map<String, Path> environment, Path... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "javafx.controls",
                "--enable-native-access=javafx.graphics",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    Stream.of(arguments).map(Path::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("DISPLAY");
    environment.forEach((name, value) -> builder.environment().put(name, value.toString()));
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  /** {@link javafx.scene.paint.Color#hashCode} is RGBA. */
  private static int pixels(BufferedImage image, int rgba) {
    int argb = Integer.rotateRight(rgba, 8);
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == argb) {
          count++;
        }
      }
    }
    return count;
  }

  /** What a command does: draw, save, and return from main. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) {
      Comparison comparison =
          Comparison.of(List.of(ChartRuns.measured("A", Precision.INT8, 200, 1.5)));
      try (HeadlessToolkit toolkit = new HeadlessToolkit()) {
        new ChartPng(new AtomicWriter())
            .save(
                toolkit.call(
                    () ->
                        ChartPng.render(
                            ComparisonChart.of(ChartKind.SPEED, comparison, ChartStyle.light()),
                            ComparisonChart.PREFERRED_WIDTH,
                            2)),
                Path.of(arguments[0]));
      }
    }
  }

  /** Draws after Ctrl-C, as far as Java is concerned. */
  static final class LateProgram {

    private LateProgram() {}

    public static void main(String[] arguments) {
      Runtime.getRuntime().addShutdownHook(new Thread(LateProgram::draw));
    }

    private static void draw() {
      try (HeadlessToolkit _ = new HeadlessToolkit()) {
        System.out.println("started");
      } catch (ProblemException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
