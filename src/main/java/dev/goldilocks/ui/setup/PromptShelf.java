package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.PromptSet;
import java.nio.file.Path;
import java.util.List;

/** The prompt sets at hand. Its methods read files: never call them on the FX thread. */
public interface PromptShelf {

  /** The prompt files that come with the program. */
  List<Path> bundled();

  /**
   * Reads a prompt file.
   *
   * @throws dev.goldilocks.problem.ProblemException when it is no prompt set
   */
  PromptSet read(Path file);
}
