package dev.goldilocks.cli;

import dev.goldilocks.bench.RunSnapshot;

/** Shows how a run goes on, on standard error. */
interface ProgressDisplay extends AutoCloseable {

  /** Shows the run as it stands now; called a few times a second. */
  void show(RunSnapshot snapshot);

  /** Leaves the terminal ready for other output. */
  @Override
  void close();

  /** The display that a terminal asks for. */
  static ProgressDisplay on(Terminal terminal) {
    return switch (terminal.progress()) {
      case BAR -> new ProgressBar(terminal.err());
      case LINES -> new ProgressLines(terminal.err());
    };
  }
}
