package dev.goldilocks.engine;

import dev.goldilocks.bench.RunEvent;
import java.nio.file.Path;
import java.util.List;

/** A program with a run that never ends. It prints the process id of its engine. */
public final class EndlessHost {

  private EndlessHost() {}

  static EngineProgram program(Path journals) {
    return new ChildJvm(EndlessHost.class.getName(), List.of(journals.toString()));
  }

  public static void main(String[] arguments) {
    Path journals = Path.of(arguments[0]);
    RunQueue.Attempts attempts =
        ProcessRunService.attempts(journals, EndlessEngine.program(), Patience.DEFAULT);
    EventListener<RunEvent> tellsEngine =
        (_, _, _) ->
            ProcessHandle.current().children().map(ProcessHandle::pid).forEach(System.out::println);
    try (RunService service =
        new ProcessRunService(
            journals,
            (id, spec) -> new ObservedAttempt(attempts.make(id, spec), tellsEngine),
            ProcessRunService.probeAttempts(journals, EndlessEngine.program(), Patience.DEFAULT),
            Patience.DEFAULT)) {
      service.submit(Runs.spec()).outcome().join();
    }
  }
}
