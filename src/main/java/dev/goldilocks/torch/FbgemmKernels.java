package dev.goldilocks.torch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of its kernels FBGEMM multiplies int8 matrices with. By itself it takes those with VNNI
 * instructions where the processor has them. Those without compute more and fetch the weights ahead
 * of their use; which of it counts depends on how far ahead the processor fetches by itself.
 */
final class FbgemmKernels {

  /** FBGEMM reads it at its first product; what the processor lacks it does not take. */
  static final String VARIABLE = "FBGEMM_ENABLE_INSTRUCTIONS";

  static final String WITHOUT_VNNI = "AVX512";

  private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String AMD = "AuthenticAMD";

  private FbgemmKernels() {}

  /**
   * Takes the kernels without VNNI where they were measured to be faster for the few tokens of a
   * step: on AMD's processors (docs/adr/int8-on-the-cpu.md). To be called before the library is
   * loaded. All kernels give the same result, so that nothing else depends on it.
   */
  static void choose() {
    if (isAmd(processor())) {
      NativeEnvironment.putIfAbsent(VARIABLE, WITHOUT_VNNI);
    }
  }

  /** The lines of {@code /proc/cpuinfo}, or what Windows says of the processor. */
  static List<String> processor() {
    try (Stream<String> lines = Files.lines(LINUX_PROCESSORS, StandardCharsets.ISO_8859_1)) {
      return lines.toList();
    } catch (IOException e) {
      return List.of(String.valueOf(System.getenv("PROCESSOR_IDENTIFIER")));
    }
  }

  static boolean isAmd(List<String> processor) {
    return processor.stream().anyMatch(line -> line.contains(AMD));
  }
}
