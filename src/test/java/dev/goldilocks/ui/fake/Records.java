package dev.goldilocks.ui.fake;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.engine.RunOutcome;

/** Records of scripted runs. */
public final class Records {

  private Records() {}

  /** The record of a run that was played to its end; the service's next number is its id. */
  public static RunRecord of(ScriptedRunService service, RunSpec spec) {
    service.submit(spec);
    service.latest().playToEnd();
    return switch (service.latest().outcome().join()) {
      case RunOutcome.Completed(RunRecord record) -> record;
      case RunOutcome.Cancelled _, RunOutcome.Failed _ ->
          throw new IllegalStateException("the script has an end");
    };
  }
}
