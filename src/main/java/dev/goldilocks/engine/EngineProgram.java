package dev.goldilocks.engine;

import dev.goldilocks.bench.RunSpec;
import java.nio.file.Path;

/** How the process that carries out a run is started. */
interface EngineProgram {

  /**
   * The command and its environment; standard streams are left as pipes.
   *
   * @param spec what will be asked of it
   * @param crashReport where the Java machine writes its report when native code crashes
   */
  ProcessBuilder command(RunSpec spec, Path crashReport);
}
