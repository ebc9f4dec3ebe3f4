package dev.goldilocks.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The environment variables that native libraries of this process see. Java shows those that it was
 * started with and cannot change them; the C library can.
 */
final class NativeEnvironment {

  private static final Linker LINKER = Linker.nativeLinker();

  private NativeEnvironment() {}

  /**
   * Sets a variable, unless whoever started this process did. To be called before the library that
   * reads it is loaded: the C library lets nobody read while it writes.
   *
   * @return whether the variable is set afterwards; only a C library that has neither {@code
   *     setenv} (POSIX) nor {@code _putenv_s} (Windows) leaves it out
   */
  static boolean putIfAbsent(String name, String value) {
    if (System.getenv(name) != null) {
      return true;
    }
    return posix(name, value) || windows(name, value);
  }

  private static boolean posix(String name, String value) {
    return function(
            "setenv",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT))
        .filter(
            setenv -> succeeds(name, value, (key, text) -> (int) setenv.invokeExact(key, text, 1)))
        .isPresent();
  }

  private static boolean windows(String name, String value) {
    return function(
            "_putenv_s",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS))
        .filter(putenv -> succeeds(name, value, (key, text) -> (int) putenv.invokeExact(key, text)))
        .isPresent();
  }

  /** Both functions copy what they are given. */
  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> function(String name, FunctionDescriptor signature) {
    return LINKER
        .defaultLookup()
        .find(name)
        .map(address -> LINKER.downcallHandle(address, signature));
  }

  /** A call into the C library that gives 0 when it succeeds. */
  private interface Call {
    int make(MemorySegment name, MemorySegment value) throws Throwable;
  }

  private static boolean succeeds(String name, String value, Call call) {
    try (Arena arena = Arena.ofConfined()) {
      return call.make(arena.allocateFrom(name), arena.allocateFrom(value)) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("the C library declares no exception", e);
    }
  }
}
