package dev.goldilocks.cli;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.engine.RunHandle;
import dev.goldilocks.engine.RunOutcome;
import dev.goldilocks.engine.RunService;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.RunLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Carries a run out in front of a terminal, and keeps what came of it, however it ended. */
final class BenchmarkRun {

  private static final long REFRESH_MILLIS = 200;

  private final Terminal terminal;
  private final Interruption interruption;
  private final RunLibrary library;

  BenchmarkRun(Terminal terminal, Interruption interruption, RunLibrary library) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.library = library;
  }

  /** A place where a run is kept besides the library. */
  interface Keeper {

    /**
     * Keeps the run, and returns the sentence that says where.
     *
     * @throws ProblemException when it cannot
     */
    String keep(RunRecord run);
  }

  /**
   * Runs until the end, or until the user interrupts.
   *
   * @param keepers where else the run is kept
   * @return the exit code
   */
  int run(RunService service, RunSpec spec, RunReport report, List<Keeper> keepers)
      throws InterruptedException {
    RunHandle handle = service.submit(spec);
    try (Interruption.Listening listening = interruption.listen(handle::cancel)) {
      RunOutcome outcome = follow(handle);
      // Ctrl-C reaches the engine process too, which may go down before it is asked to.
      Ending ending = listening.interrupted() ? cancelled(outcome) : ending(outcome);
      ending.complaint().ifPresent(terminal::complain);
      if (ending.run().isPresent()) {
        keep(ending.run().get(), report, keepers);
      } else {
        library.journals().discard(handle.id());
      }
      return ending.exitCode();
    }
  }

  private record Ending(int exitCode, Optional<String> complaint, Optional<RunRecord> run) {}

  private static Ending ending(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Completed(RunRecord run) ->
          new Ending(ExitCode.DONE, Optional.empty(), Optional.of(run));
      case RunOutcome.Cancelled _ -> cancelled(outcome);
      case RunOutcome.Failed(String sentence, FailureKind kind, Optional<RunRecord> partial) ->
          new Ending(exitCode(kind), Optional.of(sentence), partial);
    };
  }

  private static Ending cancelled(RunOutcome outcome) {
    Optional<RunRecord> measured =
        switch (outcome) {
          case RunOutcome.Completed(RunRecord run) -> Optional.of(run);
          case RunOutcome.Cancelled(Optional<RunRecord> partial) -> partial;
          case RunOutcome.Failed(String _, FailureKind _, Optional<RunRecord> partial) -> partial;
        };
    String what = measured.isPresent() ? "what was measured is kept." : "nothing was measured.";
    return new Ending(ExitCode.CANCELLED, Optional.of("Cancelled; " + what), measured);
  }

  private static int exitCode(FailureKind kind) {
    return switch (kind) {
      case REQUEST -> ExitCode.REQUEST_WRONG;
      case ENGINE -> ExitCode.FAILED;
    };
  }

  private RunOutcome follow(RunHandle handle) throws InterruptedException {
    CompletableFuture<RunOutcome> outcome = handle.outcome();
    try (ProgressDisplay display = ProgressDisplay.on(terminal)) {
      while (true) {
        try {
          return outcome.get(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          display.show(handle.snapshot());
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    }
  }

  /**
   * The figures come first: they are there to read even when the disk is full. A place that cannot
   * be written to does not keep the run from the others.
   */
  private void keep(RunRecord run, RunReport report, List<Keeper> keepers) {
    report.figures(run, terminal);
    List<ProblemException> problems = new ArrayList<>();
    Keeper saving = keepers.isEmpty() ? this::saveAlone : this::save;
    for (Keeper keeper : Stream.concat(Stream.of(saving), keepers.stream()).toList()) {
      try {
        report.say(keeper.keep(run), terminal);
      } catch (ProblemException e) {
        problems.add(e);
      }
    }
    if (!problems.isEmpty()) {
      problems.stream().skip(1).map(Throwable::getMessage).forEach(terminal::complain);
      throw problems.getFirst();
    }
  }

  /** Nothing in a terminal can save again: the run is gone with this process. */
  private String saveAlone(RunRecord run) {
    try {
      return save(run);
    } catch (ProblemException e) {
      throw new ProblemException(
          e.getMessage()
              + " What was measured is printed here alone; the next time, --out FILE writes it"
              + " to another place too.",
          e);
    }
  }

  private String save(RunRecord run) {
    return "Saved as " + run.id() + " in " + library.save(run) + ".";
  }
}
