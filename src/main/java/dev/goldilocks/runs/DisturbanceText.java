package dev.goldilocks.runs;

import dev.goldilocks.bench.ProbeDisturbance;
import java.util.Locale;

/**
 * What disturbed a probe in plain words: the same in the window and the terminal.
 *
 * @param figures how numbers are written
 */
public record DisturbanceText(FigureText figures) {

  /**
   * @param locale whose decimal sign and digits
   */
  public DisturbanceText(Locale locale) {
    this(new FigureText(locale));
  }

  /** What happened and what to do about it, in one sentence. */
  public String sentence(ProbeDisturbance disturbance) {
    return switch (disturbance) {
      case ProbeDisturbance.OtherPrograms(double cores, int all) ->
          "Other programs kept %s of %s cores busy while it was measured: close them and measure again."
              .formatted(figures.decimal(Math.min(cores, all), 1), figures.whole(all));
      case ProbeDisturbance.MemoryChanged(double slowest, double fastest) ->
          ("The memory changed its speed between %s and %s GB/s while it was measured: shares of it"
                  + " are uncertain; measure again when the machine is quiet.")
              .formatted(figures.number(slowest / 1e9), figures.number(fastest / 1e9));
      case ProbeDisturbance.PassesScattered(double spread) ->
          ("The times of a pass over one token scattered by %s of their median: something disturbed"
                  + " the machine; measure again when it is quiet.")
              .formatted(figures.percent(spread));
    };
  }
}
