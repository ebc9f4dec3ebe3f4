package dev.goldilocks.ui.setup;

import dev.goldilocks.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models at hand. Its methods read files: never call them on the FX thread. */
public interface ModelShelf {

  /**
   * The models that come with the program.
   *
   * @throws dev.goldilocks.problem.ProblemException when one of them cannot be read
   */
  List<Checkpoint> bundled();

  /**
   * Reads a model's folder.
   *
   * @throws dev.goldilocks.problem.ProblemException when it holds no model that can be run
   */
  Checkpoint open(Path folder);

  /** Why two models make no pair, in one sentence; empty when they do. */
  Optional<String> mismatch(Checkpoint target, Checkpoint draft);
}
