package dev.goldilocks.engine;

import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.RunEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The real engine process, around a run that never ends and does not look whether it is cancelled:
 * as in a native call that hangs.
 */
public final class EndlessEngine {

  private EndlessEngine() {}

  static EngineProgram program() {
    return new ChildJvm(EndlessEngine.class.getName(), List.of());
  }

  public static void main(String[] arguments) {
    Session endless =
        (_, events, _) -> {
          events.accept(Runs.events(2).getFirst());
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new RunEvent.Cancelled();
        };
    System.exit(
        new EngineChild(endless, (_, _, _) -> new ProbeEvent.Cancelled(), EngineChild::halt)
            .serve(System.in, System.out));
  }
}
