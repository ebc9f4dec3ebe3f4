package dev.goldilocks;

import dev.goldilocks.cli.Commands;
import dev.goldilocks.cli.Terminal;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Decides between the window and a command. */
final class Program {

  private final Terminal terminal;
  private final BooleanSupplier display;
  private final IntSupplier window;
  private final Supplier<Commands> commands;

  /**
   * @param display whether a window can be shown
   * @param window shows the window until it is closed, and gives the exit code
   * @param commands put together only when one is asked for, to keep the window's start short
   */
  Program(
      Terminal terminal, BooleanSupplier display, IntSupplier window, Supplier<Commands> commands) {
    this.terminal = terminal;
    this.display = display;
    this.window = window;
    this.commands = commands;
  }

  /**
   * Starts what the arguments ask for, and returns when it is done.
   *
   * @return the exit code
   */
  int start(String... arguments) {
    if (arguments.length > 0) {
      return commands.get().execute(arguments);
    }
    if (display.getAsBoolean()) {
      return window.getAsInt();
    }
    terminal.complain(
        "There is no display for the window, so the default benchmark runs here; goldilocks --help"
            + " lists the commands.");
    return commands.get().execute(Commands.DEFAULT_BENCHMARK);
  }
}
