package dev.goldilocks.cli;

import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into a sentence on standard error and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Terminal terminal;
  private final Faults faults;

  Failures(Terminal terminal, Faults faults) {
    this.terminal = terminal;
    this.faults = faults;
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
    if (e.isUnknownOption()) {
      List<String> suggestions = e.getSuggestions();
      return "There is no option "
          + word
          + (suggestions.isEmpty()
              ? ""
              : " (did you mean " + String.join(" or ", suggestions) + "?)");
    }
    return command.getSubcommands().isEmpty()
        ? word + " is one argument too many"
        : "There is no command " + word + ", only " + visibleCommands(command);
  }

  private static String visibleCommands(CommandLine command) {
    return command.getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine commandLine, ParseResult parseResult) {
    if (e instanceof ProblemException) {
      terminal.complain(e.getMessage());
      return ExitCode.REQUEST_WRONG;
    }
    return faults.report(e);
  }
}
