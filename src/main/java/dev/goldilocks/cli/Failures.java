package dev.goldilocks.cli;

import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into a sentence on standard error and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

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
        switch (e) {
          case UnmatchedArgumentException unmatched -> notUnderstood(unmatched, command);
          case MissingParameterException missing -> missing(missing, command);
          case MutuallyExclusiveArgsException excluded -> excluded(excluded);
          case OverwrittenOptionException twice ->
              name(twice.getOverwritten()) + " is given more than once";
          default -> e.getMessage();
        };
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

  private static String missing(MissingParameterException e, CommandLine command) {
    List<ArgSpec> missing = e.getMissing();
    boolean alternatives =
        missing.stream().allMatch(each -> each.group() != null && each.group().exclusive());
    String names =
        missing.stream()
            .map(each -> each.isOption() ? name(each) + " " + each.paramLabel() : name(each))
            .collect(Collectors.joining(alternatives ? " or " : " and "));
    boolean isThereWithoutItsValue =
        missing.stream().allMatch(each -> each.isOption() && !each.required());
    return isThereWithoutItsValue
        ? "There is no value after " + names.split(" ", 2)[0] + "; write " + names
        : command.getCommandName() + " needs " + names;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** The names are nowhere but in the message. */
  private static String excluded(MutuallyExclusiveArgsException e) {
    return "Only one can be given of "
        + OPTION
            .matcher(e.getMessage())
            .results()
            .map(MatchResult::group)
            .distinct()
            .collect(Collectors.joining(" and "));
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
