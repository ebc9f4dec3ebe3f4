package dev.goldilocks.ui.charts;

import dev.goldilocks.chart.ChartKind;
import dev.goldilocks.chart.ChartPng;
import dev.goldilocks.chart.ChartStyle;
import dev.goldilocks.chart.ComparisonChart;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.files.FileDialogs;
import dev.goldilocks.ui.files.FileKind;
import dev.goldilocks.ui.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

/** Charts as pictures, in PNG files and in the clipboard. */
public final class ChartPictures {

  private static final String EXTENSION = "png";

  private final ChartPng png;
  private final FileDialogs dialogs;
  private final Background background;
  private final Texts texts;

  public ChartPictures(ChartPng png, FileDialogs dialogs, Background background, Texts texts) {
    this.png = png;
    this.dialogs = dialogs;
    this.background = background;
    this.texts = texts;
  }

  /**
   * Asks where to and writes a picture.
   *
   * @param name proposed file name without its ending
   * @param saved hears where the file is
   * @param failed hears why there is none
   */
  public void save(
      Window owner, Image picture, String name, Consumer<Path> saved, Consumer<String> failed) {
    Optional<Path> chosen =
        dialogs.saveFile(
            owner,
            texts.of("picture.save"),
            name + "." + EXTENSION,
            new FileKind(texts.of("files.png"), EXTENSION));
    if (chosen.isPresent()) {
      Path file = withExtension(chosen.get());
      background.run(() -> png.save(picture, file), () -> saved.accept(file), failed);
    }
  }

  /** Puts a picture into the clipboard. */
  public static void copy(Image picture) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(picture);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /**
   * Draws a picture; on the FX thread.
   *
   * @param drawn what the chart shows
   * @param runs what the page shows
   */
  static Image draw(PictureSpec spec, ChartKind kind, Comparison drawn, Comparison runs) {
    ChartStyle style = spec.style();
    return switch (spec.extent()) {
      case CHART, COLUMN -> spec.render(ComparisonChart.of(kind, drawn, style));
      case PAGE -> spec.render(ComparisonChart.page(runs, style));
    };
  }

  /** Some platforms' dialogs leave the ending to whoever types the name. */
  private static Path withExtension(Path file) {
    String name = file.getFileName().toString();
    return name.contains(".") ? file : file.resolveSibling(name + "." + EXTENSION);
  }
}
