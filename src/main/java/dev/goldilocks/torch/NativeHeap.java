package dev.goldilocks.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The C library's heap, from which libtorch takes its tensors. After a large block was freed, glibc
 * keeps blocks of up to 32 MB for later, spread between those in use: hundreds of megabytes once a
 * model is loaded. See mallopt(3), M_MMAP_THRESHOLD, and malloc_trim(3).
 */
final class NativeHeap {

  private final Optional<MethodHandle> trim;

  /** Looks for {@code malloc_trim}, which only glibc has; without it nothing is given back. */
  @SuppressWarnings("restricted") // It takes a number and returns one: it cannot corrupt memory.
  NativeHeap() {
    Linker linker = Linker.nativeLinker();
    trim =
        linker
            .defaultLookup()
            .find("malloc_trim")
            .map(
                address ->
                    linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));
  }

  /** Gives memory that is not in use back to the system. */
  void trim() {
    trim.ifPresent(NativeHeap::call);
  }

  private static void call(MethodHandle trim) {
    try {
      int _ = (int) trim.invokeExact(0L);
    } catch (Throwable e) {
      throw new IllegalStateException("malloc_trim declares no exception", e);
    }
  }
}
