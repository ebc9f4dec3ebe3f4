package dev.goldilocks.engine;

import java.util.List;

/** The engine process as the program starts it. */
public final class RealEngine {

  /** The version that it says it has. */
  static final String VERSION = "1.2.3";

  private RealEngine() {}

  static EngineProgram program() {
    return new ChildJvm(RealEngine.class.getName(), List.of());
  }

  public static void main(String[] arguments) {
    System.exit(EngineChild.run(VERSION, System.in, System.out));
  }
}
