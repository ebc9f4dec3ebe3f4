package dev.goldilocks.cli;

import dev.goldilocks.engine.TextRequest;
import dev.goldilocks.engine.WritingListener;
import dev.goldilocks.engine.WrittenText;

/** Writes single texts. */
@FunctionalInterface
public interface TextWriter {

  /**
   * Writes a text, on this thread.
   *
   * @param listener hears it grow, and may throw a cancellation, which is handed on
   * @throws dev.goldilocks.problem.ProblemException when the request or a file it names is wrong
   */
  WrittenText write(TextRequest request, WritingListener listener);
}
