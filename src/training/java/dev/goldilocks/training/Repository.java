package dev.goldilocks.training;

import java.nio.file.Path;

/**
 * What the stages read from and write to the repository.
 *
 * @param root the repository's root
 */
record Repository(Path root) {

  /** The TorchScript source of the training program. */
  Path program() {
    return root.resolve("src/training/torchscript/trainer.py");
  }

  /** Licence headers written for the prompts, with a line of two percent signs between them. */
  Path licences() {
    return root.resolve("src/training/prompts/licence.txt");
  }

  Path models() {
    return root.resolve("assets/models");
  }

  Path prompts() {
    return root.resolve("assets/prompts/java.jsonl");
  }
}
