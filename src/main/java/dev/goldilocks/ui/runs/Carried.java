package dev.goldilocks.ui.runs;

import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What became of something that was to be done to several runs. Another window may have been faster
 * with some of them, which must not keep the others from being done, nor from being undone.
 *
 * @param done the runs that it was done to
 * @param failed the others
 * @param problem why it failed with the first of those
 */
record Carried(List<RunSummary> done, List<RunSummary> failed, Optional<String> problem) {

  Carried {
    done = List.copyOf(done);
    failed = List.copyOf(failed);
  }

  /** Does it to each. */
  static Carried out(List<RunSummary> runs, Consumer<String> toId) {
    List<RunSummary> done = new ArrayList<>();
    List<RunSummary> failed = new ArrayList<>();
    Optional<String> problem = Optional.empty();
    for (RunSummary run : runs) {
      try {
        toId.accept(run.id());
        done.add(run);
      } catch (ProblemException e) {
        failed.add(run);
        problem = problem.or(() -> Optional.of(e.getMessage()));
      }
    }
    return new Carried(done, failed, problem);
  }
}
