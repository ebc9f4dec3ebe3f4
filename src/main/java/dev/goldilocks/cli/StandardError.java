package dev.goldilocks.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.stream.Stream;

/** What standard error is connected to. */
final class StandardError {

  private static final int FILE_DESCRIPTOR = 2;

  private StandardError() {}

  /**
   * Whether a person sees it as it is written. {@link java.io.Console#isTerminal()} answers for
   * standard input and output together, and output may well go to a file while progress is read.
   */
  static boolean isTerminal() {
    return !"dumb".equals(System.getenv("TERM")) && isATerminal().orElse(false);
  }

  /** POSIX {@code isatty(2)}; {@code _isatty} on Windows. Empty when the system has neither. */
  private static Optional<Boolean> isATerminal() {
    Linker linker = Linker.nativeLinker();
    return Stream.of("isatty", "_isatty")
        .flatMap(name -> linker.defaultLookup().find(name).stream())
        .findFirst()
        .map(function -> call(linker, function) != 0);
  }

  @SuppressWarnings(
      "restricted") // isatty takes a number and returns one: it cannot corrupt memory.
  private static int call(Linker linker, MemorySegment function) {
    try {
      return (int)
          linker
              .downcallHandle(
                  function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
              .invokeExact(FILE_DESCRIPTOR);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
