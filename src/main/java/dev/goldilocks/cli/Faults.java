package dev.goldilocks.cli;

import dev.goldilocks.problem.ExitCode;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of faults of the program itself: a sentence on standard error, the rest in the log. */
public final class Faults {

  private final Terminal terminal;
  private final Path logDirectory;

  /**
   * @param logDirectory where the log is
   */
  public Faults(Terminal terminal, Path logDirectory) {
    this.terminal = terminal;
    this.logDirectory = logDirectory;
  }

  /**
   * Tells of a fault.
   *
   * @return the exit code
   */
  public int report(Throwable fault) {
    Logger log = LoggerFactory.getLogger(Faults.class);
    log.error("A fault of the program", fault);
    terminal.complain(
        "This is a fault of the program (%s); please report it with the newest log in %s."
            .formatted(fault, logDirectory));
    return ExitCode.FAILED;
  }
}
