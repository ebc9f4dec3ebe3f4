package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which kernels int8 matrices are multiplied with. */
class FbgemmKernelsTest {

  /**
   * Multiplies weights of 127 by activations of 255, which only the kernels with VNNI do without an
   * overflow: the others sum two such products in 16 bits.
   */
  private static final String PRODUCT =
      """
      class Inquiry(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def product(self: __torch__.Inquiry) -> float:
          ones = torch.ones([8, 64])
          weights = torch.quantize_per_channel(ones, torch.full([8], 1. / 127., dtype=7), torch.zeros([8], dtype=4), 0, 12)
          packed = ops.quantized.linear_prepack(weights, None)
          y = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(ones, 1. / 127., 128, packed)
          return float(torch.min(y))
      """;

  @Test
  void takesThoseWithoutVnniOnAmdsProcessors() {
    List<String> processor = FbgemmKernels.processor();
    boolean vnni = processor.stream().anyMatch(line -> line.contains(" avx512_vnni "));

    assertThat(product() < 63)
        .as("the product of 64 ones overflows")
        .isEqualTo(FbgemmKernels.isAmd(processor) || !vnni);
  }

  @Test
  void knowsAmdsProcessorsOnLinuxAndWindows() {
    assertThat(FbgemmKernels.isAmd(List.of("processor\t: 0", "vendor_id\t: AuthenticAMD")))
        .isTrue();
    assertThat(FbgemmKernels.isAmd(List.of("AMD64 Family 25 Model 97 Stepping 2, AuthenticAMD")))
        .isTrue();
  }

  @Test
  void takesNoOtherProcessorForAmds() {
    assertThat(FbgemmKernels.isAmd(List.of("processor\t: 0", "vendor_id\t: GenuineIntel")))
        .isFalse();
    assertThat(FbgemmKernels.isAmd(List.of("Intel64 Family 6 Model 85 Stepping 7, GenuineIntel")))
        .isFalse();
  }

  private static double product() {
    Libtorch.start(1);
    try (Program program = Program.compile(new ModuleArchive("Inquiry", PRODUCT));
        Arguments none = new Arguments()) {
      return program.real("product", none);
    }
  }
}
