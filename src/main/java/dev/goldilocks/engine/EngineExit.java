package dev.goldilocks.engine;

import java.nio.file.Path;
import java.util.List;

/** What the end of an engine process means when the process itself did not say. */
final class EngineExit {

  /** A Java machine that was started with {@code -XX:+ExitOnOutOfMemoryError} and had to. */
  private static final int OUT_OF_JAVA_MEMORY = 3;

  /** Java reports a process that a signal ended as this much over the signal's number. */
  private static final int SIGNAL_BASE = 128;

  private EngineExit() {}

  /**
   * What happened, what to do, and where to read on.
   *
   * @param code exit code as {@link Process#exitValue()} gives it
   * @param tail last lines that the process wrote besides its events
   * @param log file with all of them; not there when there are none
   */
  static String sentence(int code, List<String> tail, Path log) {
    return happened(code, tail) + (tail.isEmpty() ? "" : " Its log is " + log + ".");
  }

  private static String happened(int code, List<String> tail) {
    return switch (code) {
      case 0 ->
          "The engine process ended without saying how the run went"
              + lastWords(tail)
              + ": start the run again.";
      case OUT_OF_JAVA_MEMORY ->
          "The engine process ran out of Java memory: ask for fewer or shorter prompts, or fewer"
              + " new tokens.";
      case SIGNAL_BASE + 4 ->
          signal("was ended", 4)
              + "this processor lacks an instruction that the tensor library wants: try another"
              + " precision, f32 first.";
      case SIGNAL_BASE + 6 -> signal("aborted in native code", 6) + "try precision f32.";
      case SIGNAL_BASE + 7 ->
          signal("was ended", 7)
              + "a model file shrank or could not be read while it was in use: check the files and"
              + " the disk.";
      case SIGNAL_BASE + 9 ->
          signal("was killed", 9)
              + "this is often the system running out of memory: choose a smaller model or int8.";
      case SIGNAL_BASE + 11 -> signal("crashed in native code", 11) + "try precision f32.";
      case SIGNAL_BASE + 15 -> signal("was ended from outside", 15) + "start the run again.";
      default ->
          "The engine process ended with exit code "
              + code
              + lastWords(tail)
              + ": start the run again.";
    };
  }

  private static String signal(String verb, int number) {
    return "The engine process " + verb + " (signal " + number + "); ";
  }

  private static String lastWords(List<String> tail) {
    return tail.stream()
        .filter(line -> !line.isBlank())
        .reduce((earlier, later) -> later)
        .map(line -> " after “" + line.strip() + "”")
        .orElse("");
  }
}
