package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;

/** Files of llama.cpp, which are not read. */
final class GgufFile {

  private GgufFile() {}

  /** Whether a path is named like one. */
  static boolean isNamedLikeOne(Path path) {
    return path.toString().endsWith(".gguf");
  }

  /** Why it is not read, and what to do. */
  static ProblemException refused(Path file) {
    return new ProblemException(
        file
            + " is in llama.cpp's GGUF format, which is not read; download the original"
            + " checkpoint that it was converted from, with config.json and safetensors.");
  }
}
