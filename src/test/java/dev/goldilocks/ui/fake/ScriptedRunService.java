package dev.goldilocks.ui.fake;

import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.engine.RunHandle;
import dev.goldilocks.engine.RunService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hands out scripted runs, and remembers them. */
public final class ScriptedRunService implements RunService {

  private static final Instant FIRST = Instant.parse("2026-11-23T10:00:00Z");

  private final List<Prompt> prompts;
  private final List<ScriptedRun> runs = new ArrayList<>();
  private double acceptance = 0.72;
  private boolean closed;

  /**
   * @param prompts what every run measures, up to its limit
   */
  public ScriptedRunService(List<Prompt> prompts) {
    this.prompts = List.copyOf(prompts);
  }

  /** Lets runs from now on accept a drafted token with this probability. */
  public void acceptFromNowOn(double probability) {
    acceptance = probability;
  }

  @Override
  public RunHandle submit(RunSpec spec) {
    int number = runs.size() + 1;
    JournalHeader header =
        new JournalHeader(
            "run-" + number,
            "GoldilocksCoder-9M + "
                + switch (spec.draft()) {
                  case ModelChoice _ -> "0.7M, ";
                  case PromptLookup _ -> "prompt lookup, ";
                }
                + spec.target().precision().label(),
            FIRST.plusSeconds(3600L * number),
            spec);
    List<Prompt> taken = prompts.subList(0, Math.min(spec.prompts().limit(), prompts.size()));
    ScriptedRun run = new ScriptedRun(header, ScriptedEvents.of(spec, taken, acceptance, number));
    runs.add(run);
    return run;
  }

  /** The run that was submitted last. */
  public ScriptedRun latest() {
    return runs.getLast();
  }

  /** Number of runs that were submitted. */
  public int submitted() {
    return runs.size();
  }

  /** Whether the service was closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    runs.forEach(RunHandle::cancel);
    closed = true;
  }
}
