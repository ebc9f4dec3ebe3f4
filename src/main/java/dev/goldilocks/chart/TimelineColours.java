package dev.goldilocks.chart;

import javafx.scene.paint.Color;

/**
 * The colours of a timeline beside those of its palette. What became of a token is told by its
 * outline and by lines through or under it too, for those who do not tell the colours apart.
 *
 * @param palette background, text and lines
 * @param accepted fill behind accepted tokens
 * @param acceptedEdge their outline
 * @param rejected text, outline and strike of rejected tokens; at least 4.5:1 on the background
 * @param corrected text and underline of the target's corrections; at least 4.5:1
 * @param bonus text and dots under bonus tokens; at least 4.5:1
 * @param pointed outline of what people point at
 * @param difference mark of the first difference
 */
public record TimelineColours(
    ChartPalette palette,
    Color accepted,
    Color acceptedEdge,
    Color rejected,
    Color corrected,
    Color bonus,
    Color pointed,
    Color difference) {

  /** Dark on white. */
  public static TimelineColours light() {
    return new TimelineColours(
        ChartPalette.light(),
        Color.web("#ddf0ff"),
        Color.web("#8cc2f2"),
        Color.web("#b3261e"),
        Color.web("#a8430a"),
        Color.web("#0a6b52"),
        Color.web("#1f2328"),
        Color.web("#b3261e"));
  }

  /** Light on near black. */
  public static TimelineColours dark() {
    return new TimelineColours(
        ChartPalette.dark(),
        Color.web("#14304d"),
        Color.web("#2f5f8f"),
        Color.web("#ff8a80"),
        Color.web("#ffa46b"),
        Color.web("#56d4a7"),
        Color.web("#f0f6fc"),
        Color.web("#ff8a80"));
  }
}
