package dev.goldilocks.cli;

import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into a sentence on standard error and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Terminal terminal;
  private final Path logDirectory;

  /**
   * @param logDirectory where the details of a fault can be read
   */
  Failures(Terminal terminal, Path logDirectory) {
    this.terminal = terminal;
    this.logDirectory = logDirectory;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String what =
        e instanceof UnmatchedArgumentException unmatched
            ? notUnderstood(unmatched, command)
            : e.getMessage();
    terminal.complain(
        "%s. Try %s --help.".formatted(what, command.getCommandSpec().qualifiedName()));
    return ExitCode.REQUEST_WRONG;
  }

  private static String notUnderstood(UnmatchedArgumentException e, CommandLine command) {
    String word = "'" + e.getUnmatched().getFirst() + "'";
    String what =
        e.isUnknownOption()
            ? "There is no option " + word
            : command.getSubcommands().isEmpty()
                ? word + " is one argument too many"
                : "There is no command " + word;
    List<String> suggestions = e.getSuggestions();
    return suggestions.isEmpty()
        ? what
        : what + " (did you mean " + String.join(" or ", suggestions) + "?)";
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine commandLine, ParseResult parseResult) {
    if (e instanceof ProblemException) {
      terminal.complain(e.getMessage());
      return ExitCode.REQUEST_WRONG;
    }
    Logger log = LoggerFactory.getLogger(Failures.class);
    log.error("{} failed", parseResult.originalArgs(), e);
    terminal.complain(
        "This is a fault of the program: %s. Details are in the newest file in %s."
            .formatted(e, logDirectory));
    return ExitCode.FAILED;
  }
}
