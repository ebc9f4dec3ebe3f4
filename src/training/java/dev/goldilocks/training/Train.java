package dev.goldilocks.training;

import ai.djl.MalformedModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Runs the schedule from the last checkpoint on. */
final class Train {
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(2);
  private static final int BETWEEN_REPORTS = 10;
  private static final String STEP = "step";

  /** Layers of the target that the draft starts with. */
  private static final long[] DRAFT_LAYERS = {0, 1, 15};

  private final Workspace workspace;
  private final Pair pair;
  private final HeldOut heldOut;
  private long step;

  private Train(Workspace workspace, Pair pair, HeldOut heldOut, long step) {
    this.workspace = workspace;
    this.pair = pair;
    this.heldOut = heldOut;
    this.step = step;
  }

  static void run(Workspace workspace, Path program) throws IOException, MalformedModelException {
    try (Pair pair = Pair.create(PairShape.SHIPPED, program, workspace.program())) {
      System.out.println("parameters: " + pair.parameters());
      long step = 0;
      if (Files.exists(workspace.checkpoint())) {
        step = Long.parseLong(pair.restore(workspace.checkpoint()).get(STEP));
        System.out.println("resumed after step " + step);
      }
      Train run = new Train(workspace, pair, HeldOut.read(workspace), step);
      for (Schedule.Phase phase : Schedule.SHIPPED.phases()) {
        run.phase(phase);
      }
    }
  }

  private void phase(Schedule.Phase phase) throws IOException {
    if (step >= phase.end()) {
      return;
    }
    if (step == Schedule.SHIPPED.draftStart()) {
      pair.startDraft(DRAFT_LAYERS);
    }
    try (Stepper stepper = new Stepper(pair, batches(phase), phase)) {
      long saved = System.nanoTime();
      long reported = saved;
      while (step < phase.end()) {
        Stepper.Result result = stepper.step(step);
        step++;
        long now = System.nanoTime();
        if (step % BETWEEN_REPORTS == 0) {
          double seconds = (now - reported) / 1e9;
          System.out.printf(
              "step %d: %s, %.0f tokens/s%n",
              step, result, BETWEEN_REPORTS * Stepper.TOKENS / seconds);
          reported = now;
        }
        boolean due = now - saved >= BETWEEN_CHECKPOINTS.toNanos();
        if (due || step == phase.end()) {
          pair.save(workspace.checkpoint(), Map.of(STEP, Long.toString(step)));
          System.out.printf("after step %d, held out: %s%n", step, heldOut.evaluate(pair));
          saved = System.nanoTime();
        }
      }
    }
  }

  private Batches batches(Schedule.Phase phase) throws IOException {
    short[] libraries = Ids.read(workspace.trainIds());
    Windows text = new Windows(libraries, phase.length());
    return switch (phase.text()) {
      case LIBRARIES -> new Batches.Plain(text);
      case CORRECTED -> {
        Path written = workspace.targetIds(phase.first());
        if (!Files.exists(written)) {
          Generate.run(pair, new Windows(libraries, Generate.PROMPT), phase.first(), written);
        }
        yield new Batches.Corrected(text, new Windows(Ids.read(written), phase.length()));
      }
    };
  }
}
