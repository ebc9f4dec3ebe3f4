package dev.goldilocks.chart;

import dev.goldilocks.runs.AtomicWriter;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Charts as PNG files, at any scale, without being shown. */
public final class ChartPng {

  private static final int OVERSAMPLING = 3;

  private final AtomicWriter writer;

  /**
   * @param writer writes the files
   */
  public ChartPng(AtomicWriter writer) {
    this.writer = writer;
  }

  /**
   * Draws a chart that is in no scene, at its own height for that width. Must be called on the
   * JavaFX application thread.
   *
   * @param chart a chart made for this
   * @param width in pixels before scaling
   * @param scale pixels of the image for each of them, at least 1
   * @return an image of {@code width * scale} by the chart's height times {@code scale}
   */
  public static Image render(Region chart, double width, int scale) {
    if (chart.getScene() != null || scale < 1) {
      throw new IllegalArgumentException("a chart in a scene, or scale " + scale);
    }
    double height = Math.ceil(chart.prefHeight(width));
    Scene scene = new Scene(chart, width, height);
    chart.resize(width, height);
    chart.layout();
    // JavaFX puts every glyph on a whole pixel, which spaces small text unevenly at scale 1.
    Image image =
        scale == 1
            ? averaged(snapshot(chart, width, height, OVERSAMPLING), OVERSAMPLING)
            : snapshot(chart, width, height, scale);
    scene.setRoot(new Pane());
    return image;
  }

  private static Image snapshot(Region chart, double width, double height, int scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setViewport(new Rectangle2D(0, 0, width * scale, height * scale));
    WritableImage image =
        new WritableImage((int) Math.rint(width * scale), (int) Math.rint(height * scale));
    return chart.snapshot(parameters, image);
  }

  /** Each pixel the mean of a square of {@code side} by {@code side}. */
  private static Image averaged(Image fine, int side) {
    int fineWidth = (int) fine.getWidth();
    int width = fineWidth / side;
    int height = (int) fine.getHeight() / side;
    WritableImage image = new WritableImage(width, height);
    int[] band = new int[fineWidth * side];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      fine.getPixelReader()
          .getPixels(
              0,
              y * side,
              fineWidth,
              side,
              PixelFormat.getIntArgbPreInstance(),
              band,
              0,
              fineWidth);
      for (int x = 0; x < width; x++) {
        row[x] = mean(band, x * side, fineWidth, side);
      }
      image
          .getPixelWriter()
          .setPixels(0, y, width, 1, PixelFormat.getIntArgbPreInstance(), row, 0, width);
    }
    return image;
  }

  /** The mean, channel by channel, of a square whose left edge is at {@code left}. */
  private static int mean(int[] band, int left, int stride, int side) {
    int pixels = side * side;
    int argb = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int sum = pixels / 2;
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          sum += (band[y * stride + left + x] >>> shift) & 0xff;
        }
      }
      argb |= (sum / pixels) << shift;
    }
    return argb;
  }

  /** An image as the bytes of a PNG file. May be called on any thread. */
  public static byte[] encode(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) buffered.getRaster().getDataBuffer()).getData();
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(buffered, "png", bytes)) {
        throw new IllegalStateException("this Java has no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes an image to a PNG file, whole or not at all. May be called on any thread.
   *
   * @throws dev.goldilocks.problem.ProblemException when there is no room, or writing is not
   *     allowed
   */
  public void save(Image image, Path file) {
    writer.replace(file, encode(image));
  }
}
