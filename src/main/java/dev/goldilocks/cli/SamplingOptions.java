package dev.goldilocks.cli;

import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.decode.Sampling;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** What of it has no effect, in one sentence; empty when all has. */
  static Optional<String> ignored(Sampling sampling) {
    String names =
        Stream.of(sampling.topK() == 0 ? "" : "--top-k", sampling.topP() == 1 ? "" : "--top-p")
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(" and "));
    return sampling.isGreedy() && !names.isEmpty()
        ? Optional.of(
            "No effect of "
                + names
                + ": greedy decoding (temperature 0) takes the most probable token; give a"
                + " --temperature over 0 to draw.")
        : Optional.empty();
  }
}
