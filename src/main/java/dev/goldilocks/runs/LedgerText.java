package dev.goldilocks.runs;

import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.LedgerPart;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a round's time goes, in words: the same in the window, charts, terminal and exports. */
public final class LedgerText {

  private final FigureText figures;
  private final RunTexts texts;

  /**
   * @param locale whose words, decimal sign and digits; {@link Locale#ROOT} in files
   */
  public LedgerText(Locale locale) {
    this.figures = new FigureText(locale);
    this.texts = new RunTexts(locale);
  }

  /** What a part is called. */
  public String name(LedgerPart part) {
    return texts.of("ledger." + part.name().toLowerCase(Locale.ROOT));
  }

  /** The parts that are known, in the order in which they come in a round. */
  public static List<LedgerPart> known(Ledger ledger) {
    return Stream.of(LedgerPart.values())
        .filter(part -> Double.isFinite(ledger.share(part)))
        .toList();
  }

  /** {@code draft 0.612 ms, 28.1 %}. */
  public String figures(Ledger ledger, LedgerPart part) {
    return figures(ledger, part, figures.percent(ledger.share(part)));
  }

  /** The same in short, {@code draft 0.612 ms, 28 %}. */
  public String brief(Ledger ledger, LedgerPart part) {
    return figures(ledger, part, figures.decimal(ledger.share(part) * 100, 0) + " %");
  }

  private String figures(Ledger ledger, LedgerPart part, String share) {
    return texts.of("ledger.figures", name(part), figures.number(ledger.ms(part)), share);
  }

  /** {@code draft 28.1 %, verify 64.9 %, host 7.00 %}. */
  public String shares(Ledger ledger) {
    return known(ledger).stream()
        .map(part -> texts.of("ledger.share", name(part), figures.percent(ledger.share(part))))
        .collect(Collectors.joining(", "));
  }
}
