package dev.goldilocks.ui.text;

/**
 * A figure of a table and what stands under it.
 *
 * @param figure as it is read, with its unit where the column's head has none
 * @param interval its 95 % interval; a dash where it has none; empty where none is to be expected
 */
public record MeasuredText(String figure, String interval) {

  /** Of a setting, such as K, or a single reading. */
  public static MeasuredText plain(String figure) {
    return new MeasuredText(figure, "");
  }
}
