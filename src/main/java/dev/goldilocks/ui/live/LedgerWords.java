package dev.goldilocks.ui.live;

import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.LedgerPart;
import dev.goldilocks.bench.RoundLedger;
import dev.goldilocks.chart.LiveLedger;
import dev.goldilocks.runs.Definition;
import dev.goldilocks.ui.nodes.Explanations;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;

/**
 * What stands at the bar of where a round's time goes.
 *
 * @param texts words of the window
 * @param figures how numbers are written
 */
public record LedgerWords(Texts texts, FigureFormat figures) {

  /** Whose round it is, and how long it takes. */
  public String title(Optional<RoundLedger> round) {
    return round
        .map(
            of ->
                texts.of(
                    "live.ledger.of",
                    of.length().shortLabel(),
                    figures.number(of.ledger().roundMs())))
        .orElseGet(() -> texts.of("live.ledger.title"));
  }

  /**
   * Names and explains a bar.
   *
   * @param title stands at its top left, beside the names of its parts
   */
  public void label(LiveLedger bar, Label title) {
    bar.setTexts(this::name, figures::wholePercent, this::readOut);
    bar.setAccessibleText(texts.of("live.ledger.title"));
    title.widthProperty().subscribe(width -> bar.setKeysFrom(width.doubleValue()));
    new Explanations(texts.locale())
        .explain(
            title,
            Definition.ROUND_TIME,
            Definition.DRAFT_TIME,
            Definition.VERIFY_TIME,
            Definition.ACCEPTANCE_TIME,
            Definition.HOST_TIME,
            Definition.RESIDUAL_TIME);
  }

  private String readOut(LedgerPart part, Ledger of) {
    return texts.of(
        "live.ledger.read",
        name(part),
        figures.number(of.ms(part)),
        figures.percent(of.share(part)));
  }

  private String name(LedgerPart part) {
    return texts.of("ledger." + part.name().toLowerCase(Locale.ROOT));
  }
}
