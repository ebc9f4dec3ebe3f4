package dev.goldilocks.engine;

import java.nio.file.Path;

/** How the process that carries out a run or a probe is started. */
interface EngineProgram {

  /**
   * The command and its environment; standard streams are left as pipes.
   *
   * @param threads threads that will be asked of it
   * @param crashReport where the Java machine writes its report when native code crashes
   */
  ProcessBuilder command(int threads, Path crashReport);
}
