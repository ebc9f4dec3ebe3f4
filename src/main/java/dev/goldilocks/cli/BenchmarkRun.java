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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Carries a run out in front of a terminal, and keeps what came of it, however it ended. */
final class BenchmarkRun {

  private static final long REFRESH_MILLIS = 200;

  private final Terminal terminal;
  private final Interruption interruption;
  private final RunLibrary library;
  private final Rescue rescue;
  private final CrowdWarning crowd;

  BenchmarkRun(
      Terminal terminal,
      Interruption interruption,
      RunLibrary library,
      Rescue rescue,
      CrowdWarning crowd) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.library = library;
    this.rescue = rescue;
    this.crowd = crowd;
  }

  /** A place where a run is kept besides the library. */
  interface Keeper {

    /**
     * Keeps the run.
     *
     * @throws ProblemException when it cannot
     */
    Kept keep(RunRecord run);
  }

  /**
   * How a run was kept.
   *
   * @param sentence says where
   * @param copy the whole run as a run file; empty when it was kept in another form
   */
  record Kept(String sentence, Optional<Path> copy) {}

  /**
   * Runs until the end, or until the user interrupts.
   *
   * @param keepers where else the run is kept
   * @return the exit code
   * @throws ProblemException when the library cannot take a run, before anything is measured
   */
  int run(RunService service, RunSpec spec, RunReport report, List<Keeper> keepers)
      throws InterruptedException {
    library.requireWritable();
    crowd.look(spec.threads());
    RunHandle handle = service.submit(spec);
    try (Interruption.Listening listening = interruption.listen(handle::cancel)) {
      RunOutcome outcome = follow(handle);
      // Ctrl-C reaches the engine process too, which may go down before it is asked to.
      Ending ending = listening.interrupted() ? cancelled(outcome) : ending(outcome);
      ending.complaint().ifPresent(terminal::complain);
      if (ending.run().isPresent()) {
        return keep(ending.run().get(), report, keepers) || ending.exitCode() != ExitCode.DONE
            ? ending.exitCode()
            : ExitCode.REQUEST_WRONG;
      }
      library.journals().discard(handle.id());
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
    String what =
        measured.isPresent() ? "the figures are of what was measured." : "nothing was measured.";
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
   *
   * @return whether all places took it
   */
  private boolean keep(RunRecord run, RunReport report, List<Keeper> keepers) {
    report.figures(run, terminal);
    Optional<String> unsaved = problemOf(() -> report.say(save(run), terminal));
    List<String> problems = new ArrayList<>();
    List<Path> copies = new ArrayList<>();
    for (Keeper keeper : keepers) {
      problemOf(
              () -> {
                Kept kept = keeper.keep(run);
                kept.copy().ifPresent(copies::add);
                report.say(kept.sentence(), terminal);
              })
          .ifPresent(problems::add);
    }
    unsaved
        .map(problem -> problem + " " + rescue.rescue(run, copies.stream().findFirst(), report))
        .ifPresent(terminal::complain);
    problems.forEach(terminal::complain);
    return unsaved.isEmpty() && problems.isEmpty();
  }

  private static Optional<String> problemOf(Runnable keeping) {
    try {
      keeping.run();
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.getMessage());
    }
  }

  private String save(RunRecord run) {
    return "Saved as " + run.id() + " in " + library.save(run) + ".";
  }
}
