package dev.goldilocks.cli;

import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.decode.Sampling;
import picocli.CommandLine.Option;

/** How tokens are chosen. */
final class SamplingOptions {

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "0",
      description = "0 takes the most probable token; over 0 draws one. Default: ${DEFAULT-VALUE}.")
  private double temperature;

  @Option(
      names = "--top-k",
      paramLabel = "N",
      defaultValue = "0",
      description = "Draws among the N most probable tokens; 0 for all. Default: ${DEFAULT-VALUE}.")
  private int topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      defaultValue = "1",
      description =
          "Draws among the most probable tokens that make up this share; 1 for all."
              + " Default: ${DEFAULT-VALUE}.")
  private double topP;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "" + RunDefaults.SEED,
      description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
  private long seed;

  Sampling sampling() {
    return new Sampling(temperature, topK, topP, seed);
  }
}
