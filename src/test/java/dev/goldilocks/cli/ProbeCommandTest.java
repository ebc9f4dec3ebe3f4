package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeConditions;
import dev.goldilocks.bench.ProbeFile;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.bench.Probes;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.hardware.BusyCores;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProbeCommandTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<ProbeRequest> requests = new ArrayList<>();
  private Probe measured = Probes.halfABillion();
  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(directory);
  }

  @Test
  void theTableSaysWhatWasMeasuredAndWhatFollows() {
    assertThat(execute()).isZero();

    assertThat(text(out))
        .isEqualTo(
            """
            Large (bf16) with draft Small (int8), Abacus 2000, 2 threads

            memory      25.0 GB/s read
            arithmetic  f32 100, bf16 200, int8 400 billion operations/s

            A pass of the target over n tokens, median of 41, reads 1.00 GB:
            tokens  T(n)  memory floor  compute floor  memory  compute  overhead  bound by
                      ms            ms             ms       %        %         %
                 1  50.0          40.0           5.00    80.0     10.0      20.0  memory
                 2  50.0          40.0           10.0    80.0     20.0      20.0  memory
                 3  50.0          40.0           15.0    80.0     30.0      20.0  memory
                 4  50.0          40.0           20.0    80.0     40.0      20.0  memory
                 5  50.0          40.0           25.0    80.0     50.0      20.0  memory
                 6  50.0          40.0           30.0    80.0     60.0      20.0  memory
                 7  50.0          40.0           35.0    80.0     70.0      20.0  memory
                 8  50.0          40.0           40.0    80.0     80.0      20.0  memory
                 9  60.0          40.0           45.0    66.7     75.0      25.0  compute
                10  70.0          40.0           50.0    57.1     71.4      28.6  compute
                11  80.0          40.0           55.0    50.0     68.8      31.3  compute
                12  90.0          40.0           60.0    44.4     66.7      33.3  compute
                13   100          40.0           65.0    40.0     65.0      35.0  compute
                14   110          40.0           70.0    36.4     63.6      36.4  compute
                15   120          40.0           75.0    33.3     62.5      37.5  compute
                16   130          40.0           80.0    30.8     61.5      38.5  compute

            Drafting one more token takes 10.0 ms, 0.200 of a target step (median of 41):
             K             c          eta  break-even alpha  best possible speedup
                target steps  T(1)/T(K+1)                             all accepted
             1         0.300         1.00             0.300                  1.54×
             2         0.250         1.00             0.366                  2.00×
             3         0.233         1.00             0.432                  2.35×
             4         0.225         1.00             0.488                  2.63×
             5         0.220         1.00             0.535                  2.86×
             6         0.217         1.00             0.574                  3.04×
             7         0.214         1.00             0.607                  3.20×
             8         0.213        0.833             0.664                  3.10×
             9         0.211        0.714             0.706                  3.03×
            10         0.210        0.625             0.740                  2.97×
            11         0.209        0.556             0.766                  2.93×
            12         0.208        0.500             0.788                  2.89×
            13         0.208        0.455             0.806                  2.86×
            14         0.207        0.417             0.821                  2.83×
            15         0.207        0.385             0.834                  2.81×

            At best 3.20×, at K = 7, if every drafted token is accepted.
            Measured in 12.3 s.
            """);
  }

  @Test
  void aLookUpHasNoStep() {
    measured = Probes.withoutADraftModel();
    execute("--drafter", "prompt-lookup");

    assertThat(requests.getFirst().draft()).isEqualTo(PromptLookup.USUAL);
    assertThat(text(out))
        .startsWith("Large (bf16) with draft prompt lookup, Abacus 2000, 2 threads\n")
        .contains("\nLooking tokens up takes no model:\n");
  }

  @Test
  void jsonIsTheWholeDocumentAndNothingElseOnStandardOutput() {
    execute("--json");

    assertThat(text(out)).isEqualTo(new ProbeFile().write(measured));
  }

  @Test
  void progressGoesToStandardError() {
    execute("--json");

    assertThat(text(err))
        .isEqualTo(
            """
            Starting libtorch.
            Measuring the memory.
            Measuring the arithmetic.
            Loading the target.
            Timing the target's passes.
            Loading the draft.
            Timing the draft.
            """);
  }

  @Test
  void theBundledPairIsMeasuredUnlessAnotherIsNamed() {
    execute();
    execute(
        "--target",
        "large",
        "--draft",
        "small",
        "--threads",
        "1",
        "--precision",
        "int8",
        "--draft-precision",
        "f32");

    Path models = shell.home().models();
    assertThat(requests)
        .containsExactly(
            new ProbeRequest(
                new ModelChoice(models.resolve("Large"), Precision.BF16),
                new ModelChoice(models.resolve("Small"), Precision.BF16),
                "cpu",
                Shell.MACHINE.physicalCores()),
            new ProbeRequest(
                new ModelChoice(Path.of("large"), Precision.INT8),
                new ModelChoice(Path.of("small"), Precision.F32),
                "cpu",
                1));
  }

  @Test
  void aDisturbedMachineIsSaidToBeSo() {
    measured = Probes.under(new ProbeConditions(List.of(20e9, 30e9), 0.1, 2, 0.1));
    execute();

    assertThat(text(out))
        .contains(
            "\nThe memory changed its speed between 20.0 and 30.0 GB/s while it was measured:"
                + " shares of it are uncertain; measure again when the machine is quiet.\n");
  }

  @Test
  void aProbeThatRanOverSaysSo() {
    measured = Probes.halfABillionIn(45_000);
    execute();

    assertThat(text(out))
        .endsWith(
            "Measured in 45.0 s, longer than the 30 s that a probe should take: loading, or a"
                + " pass, is slow here.\n");
  }

  @Test
  void saysFirstThatOtherProgramsTakeCores() {
    shell.otherPrograms = Optional.of(new BusyCores(3.5, 6));

    execute();

    assertThat(text(err))
        .startsWith(
            "Other programs keep 3.5 of 6 cores busy, and 3 are wanted: passes may take ten times"
                + " as long. Close them, or measure with --threads 2.\n");
  }

  @Test
  void cancellingGivesExitCode130AndNoResult() {
    shell.interruption.type();

    assertThat(execute("--json")).isEqualTo(130);
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).isEqualTo("Starting libtorch.\nCancelled; nothing is kept.\n");
  }

  private int execute(String... arguments) {
    Terminal terminal = new Terminal(stream(out), stream(err), Terminal.ProgressStyle.LINES);
    CommandLine command =
        new CommandLine(
            new ProbeCommand(
                terminal,
                shell.interruption,
                new BundledAssets(shell::home),
                () -> Shell.MACHINE,
                new CrowdWarning(terminal, () -> shell.otherPrograms),
                (request, reached, cancelled) -> {
                  requests.add(request);
                  for (ProbeStage stage : ProbeStage.values()) {
                    reached.accept(stage);
                    if (cancelled.getAsBoolean()) {
                      throw new CancellationException();
                    }
                  }
                  return measured;
                }));
    OptionValues.register(command);
    return command.execute(arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
