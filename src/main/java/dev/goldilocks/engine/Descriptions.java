package dev.goldilocks.engine;

import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.Weights;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.hardware.MachineDescription;

/** How a measurement describes what it measured on and with. */
final class Descriptions {

  private Descriptions() {}

  /**
   * @param version of this program
   */
  static Environment environment(
      MachineDescription machine, TensorLibrary library, String version) {
    return new Environment(
        machine.cpu(),
        machine.logicalCores(),
        machine.memoryBytes(),
        machine.os(),
        machine.java(),
        library.version(),
        version);
  }

  /** A checkpoint as it is loaded in a precision. */
  static ModelDescription model(Checkpoint checkpoint, Precision precision) {
    return new ModelDescription(
        checkpoint.id(),
        checkpoint.config().architecture().className(),
        checkpoint.parameters(),
        checkpoint.config().layers(),
        checkpoint.config().hiddenSize(),
        checkpoint.config().vocabularySize(),
        precision,
        switch (checkpoint.weights()) {
          case TRAINED -> Weights.TRAINED;
          case RANDOM -> Weights.RANDOM;
        });
  }
}
