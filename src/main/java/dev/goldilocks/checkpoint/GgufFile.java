package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of llama.cpp, which are not read. */
final class GgufFile {

  private GgufFile() {}

  /** Whether a path that someone gave as a model's folder is such a file. */
  static boolean isOne(Path path) {
    return path.toString().endsWith(".gguf") && !Files.isDirectory(path);
  }

  /** Why it is not read, and what to do. */
  static ProblemException refused(Path file) {
    return new ProblemException(
        file
            + " is in llama.cpp's GGUF format, which is not read; download the original"
            + " checkpoint that it was converted from, with config.json and safetensors.");
  }
}
