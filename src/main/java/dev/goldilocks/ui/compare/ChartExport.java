package dev.goldilocks.ui.compare;

import dev.goldilocks.chart.ChartPng;
import dev.goldilocks.chart.ComparisonChart;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.files.FileDialogs;
import dev.goldilocks.ui.files.FileKind;
import dev.goldilocks.ui.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.stage.Window;

/** Saves charts as PNG files at twice the size on screen, where people ask for it. */
public final class ChartExport {

  private static final int SCALE = 2;
  private static final String EXTENSION = "png";

  private final ChartPng png;
  private final FileDialogs dialogs;
  private final Background background;
  private final Texts texts;

  public ChartExport(ChartPng png, FileDialogs dialogs, Background background, Texts texts) {
    this.png = png;
    this.dialogs = dialogs;
    this.background = background;
    this.texts = texts;
  }

  /**
   * Asks where to, draws the chart and writes it.
   *
   * @param chart a chart in no scene
   * @param name proposed file name without its ending
   * @param saved hears where the file is
   * @param failed hears why there is none
   */
  void save(
      Window owner,
      ComparisonChart chart,
      String name,
      Consumer<Path> saved,
      Consumer<String> failed) {
    Optional<Path> chosen =
        dialogs.saveFile(
            owner,
            texts.of("compare.export"),
            name + "." + EXTENSION,
            new FileKind(texts.of("files.png"), EXTENSION));
    if (chosen.isPresent()) {
      Path file = withExtension(chosen.get());
      Image image = ChartPng.render(chart, ComparisonChart.PREFERRED_WIDTH, SCALE);
      background.run(() -> png.save(image, file), () -> saved.accept(file), failed);
    }
  }

  /** Some platforms' dialogs leave the ending to whoever types the name. */
  private static Path withExtension(Path file) {
    String name = file.getFileName().toString();
    return name.contains(".") ? file : file.resolveSibling(name + "." + EXTENSION);
  }
}
