package dev.goldilocks.runs;

import dev.goldilocks.bench.ProbeDisturbance;
import java.util.Locale;

/** What disturbed a probe in plain words: the same in the window and the terminal. */
public final class DisturbanceText {

  private final FigureText figures;
  private final RunTexts texts;

  /**
   * @param locale whose words, decimal sign and digits
   */
  public DisturbanceText(Locale locale) {
    this.figures = new FigureText(locale);
    this.texts = new RunTexts(locale);
  }

  /** What happened and what to do about it, in one sentence. */
  public String sentence(ProbeDisturbance disturbance) {
    return switch (disturbance) {
      case ProbeDisturbance.OtherPrograms(double cores, int all) ->
          texts.of(
              "probe.other.programs", figures.decimal(Math.min(cores, all), 1), figures.whole(all));
      case ProbeDisturbance.MemoryChanged(double slowest, double fastest) ->
          texts.of(
              "probe.memory.changed", figures.number(slowest / 1e9), figures.number(fastest / 1e9));
      case ProbeDisturbance.PassesScattered(double spread) ->
          texts.of("probe.passes.scattered", figures.percent(spread));
    };
  }
}
