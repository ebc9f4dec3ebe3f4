package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.Test;

/** What native libraries find in the environment. */
class NativeEnvironmentTest {

  @Test
  void setsAVariableThatNobodySet() throws Throwable {
    assertThat(NativeEnvironment.putIfAbsent("GOLDILOCKS_TEST_VARIABLE", "some value")).isTrue();

    assertThat(seenByLibraries("GOLDILOCKS_TEST_VARIABLE")).isEqualTo("some value");
  }

  @Test
  void leavesAVariableThatThisProcessWasStartedWith() throws Throwable {
    // Java copies the environment when it is first asked.
    String path = System.getenv("PATH");

    assertThat(NativeEnvironment.putIfAbsent("PATH", "other")).isTrue();

    assertThat(seenByLibraries("PATH")).isEqualTo(path);
  }

  @SuppressWarnings("restricted") // The C library ends what getenv gives with a zero.
  private static String seenByLibraries(String name) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle getenv =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("getenv"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = (MemorySegment) getenv.invokeExact(arena.allocateFrom(name));
      return value.reinterpret(Long.MAX_VALUE).getString(0);
    }
  }
}
