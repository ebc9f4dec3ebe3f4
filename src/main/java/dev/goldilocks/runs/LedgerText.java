package dev.goldilocks.runs;

import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.LedgerPart;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a round's time goes, in words: the same in charts, the terminal and exports.
 *
 * @param figures how numbers are written
 */
public record LedgerText(FigureText figures) {

  /** What a part is called. */
  public static String name(LedgerPart part) {
    return switch (part) {
      case DRAFT -> "draft";
      case VERIFY -> "verify";
      case ACCEPTANCE -> "sampling and acceptance";
      case HOST -> "host";
      case RESIDUAL -> "residual";
    };
  }

  /** The parts that are known, in the order in which they come in a round. */
  public static List<LedgerPart> known(Ledger ledger) {
    return Stream.of(LedgerPart.values())
        .filter(part -> Double.isFinite(ledger.share(part)))
        .toList();
  }

  /** {@code draft 0.612 ms, 28.1 %}. */
  public String figures(Ledger ledger, LedgerPart part) {
    return name(part)
        + " "
        + figures.number(ledger.ms(part))
        + " ms, "
        + figures.percent(ledger.share(part));
  }

  /** The same in short, {@code draft 0.612 ms, 28 %}. */
  public String brief(Ledger ledger, LedgerPart part) {
    return name(part)
        + " "
        + figures.number(ledger.ms(part))
        + " ms, "
        + figures.decimal(ledger.share(part) * 100, 0)
        + " %";
  }

  /** {@code draft 28.1 %, verify 64.9 %, host 7.00 %}. */
  public String shares(Ledger ledger) {
    return known(ledger).stream()
        .map(part -> name(part) + " " + figures.percent(ledger.share(part)))
        .collect(Collectors.joining(", "));
  }
}
