package dev.goldilocks.cli;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.RunCsv;
import dev.goldilocks.runs.RunMarkdown;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds runs against each other. */
@Command(
    name = "compare",
    sortOptions = false,
    description = "Compares saved runs.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  goldilocks compare 'first try' 'second try' --png page.png",
      "  goldilocks compare sample-runs/*.json --csv > runs.csv"
    })
final class CompareCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final RunFinder finder;
  private final RunChart page;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description =
          "A run file, or the id or name of a saved run. At least one, but for --definitions.")
  private List<String> words = List.of();

  @Option(
      names = "--png",
      paramLabel = "FILE",
      description = "Draws all their charts on one page, in a .png file.")
  private Optional<Path> png;

  @ArgGroup private Format format = new Format();

  /** What is printed; a table where none is asked for. */
  static final class Format {
    @Option(names = "--markdown", description = "Prints Markdown.")
    private boolean markdown;

    @Option(names = "--csv", description = "Prints comma-separated values.")
    private boolean csv;

    @Option(
        names = "--definitions",
        description =
            "Prints what the columns of --csv mean, as W3C metadata (runs.csv-metadata.json).")
    private boolean definitions;
  }

  CompareCommand(Terminal terminal, RunFinder finder, RunChart page) {
    this.terminal = terminal;
    this.finder = finder;
    this.page = page;
  }

  @Override
  public Integer call() {
    if (words.isEmpty() && (!format.definitions || png.isPresent())) {
      throw new MissingParameterException(
          spec.commandLine(), spec.positionalParameters().getFirst(), "no run is given");
    }
    png.ifPresent(OutputFile::requirePicture);
    List<RunRecord> runs = words.stream().map(finder::find).toList();
    if (format.csv) {
      terminal.document(RunCsv.write(runs));
    } else if (format.definitions) {
      terminal.document(RunCsv.definitions("runs.csv"));
    } else if (format.markdown) {
      terminal.document(RunMarkdown.write(runs));
    } else {
      ComparisonTable.lines(Comparison.of(runs)).forEach(terminal::say);
    }
    png.ifPresent(file -> draw(runs, file));
    return ExitCode.DONE;
  }

  private void draw(List<RunRecord> runs, Path file) {
    page.write(runs, file);
    terminal.complain("The page is " + file + ".");
  }
}
