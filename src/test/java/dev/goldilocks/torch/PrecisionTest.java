package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fewer bits change logits a little, and no more than that. */
class PrecisionTest {

  /** The program as it treats a model whose matrices are all large. */
  private static final ModelSource LARGE =
      PatchedSource.of(Kernels.PACKED, "numel() < 500000", "numel() < 0");

  /** The program on a processor that multiplies no bf16, with its matrices in many pieces. */
  private static final ModelSource NO_BF16 =
      new ModelSource(
          Kernels.PACKED,
          PatchedSource.of(Kernels.PACKED, "ops.mkldnn._is_mkldnn_bf16_supported()", "False")
              .text()
              .replace("2047", "6")
              .replace("2048", "7"));

  /** And with weights that f16 does not hold, as far as the program knows. */
  private static final ModelSource NEITHER =
      new ModelSource(Kernels.PACKED, NO_BF16.text().replace("65000.", "0."));

  /** Bounds on the root mean square error of a position's logits, relative to the f32 logits. */
  @ParameterizedTest
  @MethodSource("families")
  void int8StaysNearF32(String name, Kernels kernels) {
    assertRelativeErrors(name, ModelSource.with(kernels), Precision.INT8, 1e-3, 0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void largeMatricesInBf16StayNearF32(String name) {
    assertRelativeErrors(name, LARGE, Precision.BF16, 0, 0.02);
  }

  /** The fixtures' weights are bf16; activations are rounded. */
  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void plainMatricesInBf16StayNearF32(String name) {
    assertRelativeErrors(name, ModelSource.with(Kernels.PLAIN), Precision.BF16, 1e-4, 0.02);
  }

  /** The fixtures' weights are bf16 and their activations stay f32. */
  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void smallMatricesInBf16AreExact(String name) {
    assertRelativeErrors(name, ModelSource.with(Kernels.PACKED), Precision.BF16, 0, 1e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void matricesInBf16AreExactOnAProcessorThatMultipliesNone(String name) {
    assertRelativeErrors(name, NO_BF16, Precision.BF16, 0, 1e-5);
    assertRelativeErrors(name, NEITHER, Precision.BF16, 0, 1e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void largeMatricesInF32AreExact(String name) {
    assertRelativeErrors(name, LARGE, Precision.F32, 0, 1e-5);
  }

  /** Its scale is zero, and dividing by it must not spread. */
  @ParameterizedTest
  @EnumSource
  void aRowOfZerosGivesFiniteLogitsInInt8(Kernels kernels) {
    ModelSource zeroRow =
        PatchedSource.of(
            kernels,
            "torch.embedding(self.embedding[0], ids)",
            "torch.mul(torch.embedding(self.embedding[0], ids), 0)");
    try (LanguageModel model = load("qwen2", zeroRow, Precision.INT8)) {
      for (float logit : model.logits(new int[] {1, 2, 3})[2]) {
        assertThat(logit).isFinite();
      }
    }
  }

  private static Stream<Arguments> families() {
    return Stream.of("llama", "llama3", "qwen2")
        .flatMap(name -> Stream.of(Kernels.values()).map(kernels -> Arguments.of(name, kernels)));
  }

  private static void assertRelativeErrors(
      String name, ModelSource source, Precision precision, double least, double most) {
    int[] prompt = Fixture.of(name).prompt();
    try (LanguageModel exact = load(name, ModelSource.with(Kernels.PACKED), Precision.F32);
        LanguageModel rounded = load(name, source, precision)) {
      float[][] expected = exact.logits(prompt);
      float[][] actual = rounded.logits(prompt);

      for (int position = 0; position < expected.length; position++) {
        assertThat(Rows.relativeError(actual[position], expected[position]))
            .as("position %d", position)
            .isBetween(least, most);
      }
    }
  }

  private static LanguageModel load(String name, ModelSource source, Precision precision) {
    Libtorch.start(1);
    return new ModelLoader(source, ModelLoader.BLOCK_BYTES)
        .load(Fixture.of(name).checkpoint(), precision, Fixture.CONTEXT);
  }
}
