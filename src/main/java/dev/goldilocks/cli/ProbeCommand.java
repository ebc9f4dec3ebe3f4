package dev.goldilocks.cli;

import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeFile;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ExitCode;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures machine and pair before any run, and says what speculation can gain. */
@Command(
    name = "probe",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Measures what a pair can gain on this machine, before any run.",
      "Takes at most 30 seconds where loading the models allows: memory bandwidth,",
      "arithmetic at every precision, the target's passes over 1 to 16 tokens, the",
      "draft's step; from them what limits each pass, and from which acceptance on",
      "each K pays."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  goldilocks probe",
      "  goldilocks probe --target ./Qwen2.5-1.5B --draft ./Qwen2.5-0.5B --precision int8",
      "  goldilocks probe --json"
    })
final class ProbeCommand implements Callable<Integer> {

  /** Measures; see {@link dev.goldilocks.engine.ProbeBenchmark#measure}. */
  @FunctionalInterface
  interface Probes {
    Probe measure(ProbeRequest request, Consumer<ProbeStage> reached, BooleanSupplier cancelled);
  }

  private final Terminal terminal;
  private final Interruption interruption;
  private final BundledAssets bundled;
  private final Supplier<MachineDescription> machine;
  private final CrowdWarning crowd;
  private final Probes probes;

  @Mixin private PairOptions pair;

  @Option(
      names = "--json",
      description = "Prints what was measured, and what follows, as one JSON document.")
  private boolean json;

  /**
   * @param machine this one, described when it is asked for
   */
  ProbeCommand(
      Terminal terminal,
      Interruption interruption,
      BundledAssets bundled,
      Supplier<MachineDescription> machine,
      CrowdWarning crowd,
      Probes probes) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.bundled = bundled;
    this.machine = machine;
    this.crowd = crowd;
    this.probes = probes;
  }

  @Override
  public Integer call() {
    PairOptions.Choice choice = pair.choice(bundled, machine.get());
    ProbeRequest request =
        new ProbeRequest(choice.target(), choice.draft(), choice.device(), choice.threads());
    crowd.look(request.threads());
    AtomicBoolean cancelled = new AtomicBoolean();
    try (Interruption.Listening _ = interruption.listen(() -> cancelled.set(true))) {
      Probe probe =
          probes.measure(request, stage -> terminal.complain(progress(stage)), cancelled::get);
      if (json) {
        terminal.document(new ProbeFile().write(probe));
      } else {
        ProbeTable.lines(probe).forEach(terminal::say);
      }
      return ExitCode.DONE;
    } catch (CancellationException e) {
      terminal.complain("Cancelled; nothing is kept.");
      return ExitCode.CANCELLED;
    }
  }

  private static String progress(ProbeStage stage) {
    return switch (stage) {
      case STARTING -> "Starting libtorch.";
      case MEMORY -> "Measuring the memory.";
      case ARITHMETIC -> "Measuring the arithmetic.";
      case LOADING_TARGET -> "Loading the target.";
      case TARGET_PASSES -> "Timing the target's passes.";
      case LOADING_DRAFT -> "Loading the draft.";
      case DRAFT_CALLS -> "Timing the draft.";
    };
  }
}
