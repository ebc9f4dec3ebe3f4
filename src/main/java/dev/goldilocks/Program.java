package dev.goldilocks;

import dev.goldilocks.cli.Commands;
import dev.goldilocks.cli.Faults;
import dev.goldilocks.cli.Terminal;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Decides between the window and a command. Nothing is made before it is needed. */
final class Program {

  private final BooleanSupplier display;
  private final IntSupplier window;
  private final Supplier<Terminal> terminal;
  private final Supplier<Commands> commands;
  private final Supplier<Faults> faults;

  /**
   * @param display whether a window can be shown
   * @param window shows the window until it is closed, and gives the exit code
   */
  Program(
      BooleanSupplier display,
      IntSupplier window,
      Supplier<Terminal> terminal,
      Supplier<Commands> commands,
      Supplier<Faults> faults) {
    this.display = display;
    this.window = window;
    this.terminal = terminal;
    this.commands = commands;
    this.faults = faults;
  }

  /**
   * Starts what the arguments ask for, and returns when it is done.
   *
   * @return the exit code
   */
  int start(String... arguments) {
    try {
      if (arguments.length > 0) {
        return commands.get().execute(arguments);
      }
      if (display.getAsBoolean()) {
        return window.getAsInt();
      }
      terminal
          .get()
          .complain(
              "There is no display for the window, so the default benchmark runs here;"
                  + " goldilocks --help lists the commands.");
      return commands.get().execute(Commands.DEFAULT_BENCHMARK);
    } catch (ProblemException e) {
      terminal.get().complain(e.getMessage());
      return ExitCode.REQUEST_WRONG;
    } catch (RuntimeException | Error e) {
      return faults.get().report(e);
    }
  }
}
