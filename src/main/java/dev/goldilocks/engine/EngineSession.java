package dev.goldilocks.engine;

import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Not there yet. */
final class EngineSession implements Session {
  @Override
  public RunEvent run(RunSpec spec, Consumer<RunEvent> events, BooleanSupplier cancelled) {
    throw new UnsupportedOperationException();
  }
}
