package dev.goldilocks.ui.setup;

import dev.goldilocks.checkpoint.BundledPair;
import dev.goldilocks.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models at hand. Its methods read files: never call them on the FX thread. */
public interface ModelShelf {

  /**
   * The models that are there without asking: those of the program and of the folders it was
   * started with.
   *
   * @throws dev.goldilocks.problem.ProblemException when none of them can be run
   */
  List<Checkpoint> bundled();

  /** The pair that commands take where they are not told; empty when none comes along. */
  Optional<BundledPair> bundledPair();

  /**
   * The models in a folder, at least one.
   *
   * @throws dev.goldilocks.problem.ProblemException when it holds no model that can be run
   */
  List<Checkpoint> open(Path folder);

  /**
   * Why two models make no pair, in one sentence; empty when they do.
   *
   * @throws dev.goldilocks.problem.ProblemException when a tokenizer cannot be read
   */
  Optional<String> mismatch(Checkpoint target, Checkpoint draft);
}
