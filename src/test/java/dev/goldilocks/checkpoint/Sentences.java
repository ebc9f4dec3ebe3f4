package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldilocks.problem.ProblemException;
import java.io.File;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a person is told. */
final class Sentences {

  private Sentences() {}

  /** The sentence of the problem that the call ends in, with {@code folder} shown as DIR. */
  static String of(Path folder, ThrowingCallable call) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, call);
    if (problem == null) {
      return "no problem";
    }
    return in(folder, problem.getMessage());
  }

  /** A sentence with {@code folder} shown as DIR. */
  static String in(Path folder, String sentence) {
    return sentence.replace(folder + File.separator, "DIR/").replace(folder.toString(), "DIR");
  }
}
