package dev.goldilocks.cli;

import dev.goldilocks.engine.RunService;

/** Opens what carries runs out. Nothing is started before it is asked for. */
public interface RunServices {

  /** Each run in a process of its own. */
  RunService inProcessesOfTheirOwn();

  /** Each run in this process, for debugging. */
  RunService inThisProcess();
}
