package dev.goldilocks.cli;

import dev.goldilocks.hardware.BusyCores;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Says before something is measured that other programs take cores that it wants. */
final class CrowdWarning {

  private final Terminal terminal;
  private final Supplier<Optional<BusyCores>> others;

  /**
   * @param others looks for a while at how busy other programs keep the machine; empty when that is
   *     not known
   */
  CrowdWarning(Terminal terminal, Supplier<Optional<BusyCores>> others) {
    this.terminal = terminal;
    this.others = others;
  }

  /**
   * Looks at the machine, and says what stands in the way of so many threads.
   *
   * @param threads that are to be measured with
   */
  void look(int threads) {
    others
        .get()
        .filter(busy -> busy.crowd(threads))
        .map(busy -> sentence(busy, threads))
        .ifPresent(terminal::complain);
  }

  private static String sentence(BusyCores busy, int threads) {
    String taken =
        String.format(
            Locale.ROOT, "%.1f of %d cores", Math.min(busy.others(), busy.all()), busy.all());
    return busy.free() > 0
        ? "Other programs keep %s busy, and %d are wanted: passes may take ten times as long. Close them, or measure with --threads %d."
            .formatted(taken, threads, busy.free())
        : "Other programs keep %s busy: passes may take ten times as long. Close them, or wait until they are done."
            .formatted(taken);
  }
}
