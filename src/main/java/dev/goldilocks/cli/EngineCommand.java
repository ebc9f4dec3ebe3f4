package dev.goldilocks.cli;

import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine.Command;

/** The engine process: started by the program itself, never by people. */
@Command(name = "engine", hidden = true)
final class EngineCommand implements Callable<Integer> {

  private final IntSupplier engine;

  EngineCommand(IntSupplier engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() {
    return engine.getAsInt();
  }
}
