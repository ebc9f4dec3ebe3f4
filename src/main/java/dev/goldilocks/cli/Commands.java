package dev.goldilocks.cli;

import dev.goldilocks.engine.ProbeBenchmark;
import dev.goldilocks.engine.SelfTest;
import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.runs.RunImporter;
import dev.goldilocks.runs.RunLibrary;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** The commands, put together. */
public final class Commands {

  /** The command that runs where there is no display. */
  public static final String DEFAULT_BENCHMARK = "default-benchmark";

  private final CommandLine commandLine;

  /**
   * What the commands work with.
   *
   * @param terminal where they write
   * @param interruption how they hear of Ctrl-C
   * @param services what carries runs out
   * @param library where runs are saved
   * @param spareFolder where a run goes that the library cannot take
   * @param bundled models and prompts of the installation
   * @param modelFolders other folders with models, from the environment
   * @param machine this one, described when it is asked for
   * @param otherPrograms looks for a while at how busy they keep the machine; empty when that is
   *     not known
   * @param writer writes single texts
   * @param engine carries out the run that standard input asks for, as the child of another
   *     process, and gives the exit code
   * @param chart draws the chart of a run
   * @param page draws all that there is to see of runs side by side
   * @param version of the program
   * @param faults hears of faults of the program
   */
  public record Surroundings(
      Terminal terminal,
      Interruption interruption,
      RunServices services,
      RunLibrary library,
      Path spareFolder,
      BundledAssets bundled,
      List<Path> modelFolders,
      Supplier<MachineDescription> machine,
      Supplier<Optional<BusyCores>> otherPrograms,
      TextWriter writer,
      IntSupplier engine,
      RunChart chart,
      RunChart page,
      String version,
      Faults faults) {

    public Surroundings {
      modelFolders = List.copyOf(modelFolders);
    }
  }

  public Commands(Surroundings around) {
    Terminal terminal = around.terminal();
    CrowdWarning crowd = new CrowdWarning(terminal, around.otherPrograms());
    BenchmarkRun benchmark =
        new BenchmarkRun(
            terminal,
            around.interruption(),
            around.library(),
            new Rescue(around.library(), around.spareFolder()),
            crowd);
    commandLine = new CommandLine(new GoldilocksCommand());
    commandLine
        .addSubcommand(
            new RunCommand(
                terminal, benchmark, around.services(), around.bundled(), around.machine()))
        .addSubcommand(
            new GenerateCommand(terminal, around.interruption(), around.writer(), around.machine()))
        .addSubcommand(
            new CompareCommand(
                terminal,
                new RunFinder(around.library(), around.bundled(), terminal),
                around.page()))
        .addSubcommand(new ImportCommand(terminal, new RunImporter(around.library())))
        .addSubcommand(new ModelsCommand(terminal, around.bundled(), around.modelFolders()))
        .addSubcommand(
            new ProbeCommand(
                terminal,
                around.interruption(),
                around.bundled(),
                around.machine(),
                crowd,
                (request, reached, cancelled) ->
                    ProbeBenchmark.withLibtorch(around.version())
                        .measure(request, reached, cancelled)))
        .addSubcommand(new PassesCommand(terminal, around.interruption(), around.machine(), crowd))
        .addSubcommand(
            new SelfTestCommand(
                terminal,
                around.interruption(),
                around.bundled(),
                around.machine(),
                crowd,
                (request, measured, cancelled) ->
                    SelfTest.withLibtorch().run(request, measured, cancelled)))
        .addSubcommand(new EngineCommand(around.engine()))
        .addSubcommand(
            new DefaultBenchmarkCommand(
                benchmark,
                around.services(),
                around.bundled(),
                around.machine(),
                around.chart(),
                around.library().directory()));
    commandLine.getSubcommands().values().forEach(Commands::addHelp);
    addHelp(commandLine);
    addVersion(commandLine, around.version());
    OptionValues.register(commandLine);
    Failures failures = new Failures(terminal, around.faults());
    commandLine
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setOut(writer(terminal.out()))
        .setErr(writer(terminal.err()));
  }

  /**
   * Carries out a command.
   *
   * @param arguments the command's name and its arguments
   * @return an {@link ExitCode}
   */
  public int execute(String... arguments) {
    return commandLine.execute(arguments);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
  }

  private static void addVersion(CommandLine command, String version) {
    command
        .getCommandSpec()
        .version("goldilocks " + version)
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build());
  }
}
