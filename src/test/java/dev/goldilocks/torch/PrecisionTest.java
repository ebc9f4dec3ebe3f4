package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fewer bits change logits a little, and no more than that. */
class PrecisionTest {

  private static final String SOURCE = Program.source("model_program.py");

  /** The program as it treats a model whose matrices are all large. */
  private static final String LARGE = patched("numel() < 500000", "numel() < 0");

  /** The program with a token's row of the embedding set to zero. */
  private static final String ZERO_ROW =
      patched(
          "torch.embedding(self.embedding[0], ids)",
          "torch.mul(torch.embedding(self.embedding[0], ids), 0)");

  /** Bounds on the root mean square error of a position's logits, relative to the f32 logits. */
  @ParameterizedTest
  @CsvSource({"llama, 0.1", "llama3, 0.1", "qwen2, 0.1"})
  void int8StaysNearF32(String name, double bound) {
    assertRelativeErrors(name, SOURCE, Precision.INT8, 1e-3, bound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void largeMatricesInBf16StayNearF32(String name) {
    assertRelativeErrors(name, LARGE, Precision.BF16, 1e-4, 0.02);
  }

  /** The fixtures' weights are bf16 and their activations stay f32. */
  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void smallMatricesInBf16AreExact(String name) {
    assertRelativeErrors(name, SOURCE, Precision.BF16, 0, 1e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void largeMatricesInF32AreExact(String name) {
    assertRelativeErrors(name, LARGE, Precision.F32, 0, 1e-5);
  }

  /** Its scale is zero, and dividing by it must not spread. */
  @Test
  void aRowOfZerosGivesFiniteLogitsInInt8() {
    try (LanguageModel model = load("qwen2", ZERO_ROW, Precision.INT8)) {
      for (float logit : model.logits(new int[] {1, 2, 3})[2]) {
        assertThat(logit).isFinite();
      }
    }
  }

  private static void assertRelativeErrors(
      String name, String source, Precision precision, double least, double most) {
    int[] prompt = Fixture.of(name).prompt();
    try (LanguageModel exact = load(name, SOURCE, Precision.F32);
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

  private static LanguageModel load(String name, String source, Precision precision) {
    Libtorch.start(1);
    return new ModelLoader(source, ModelLoader.BLOCK_BYTES)
        .load(Fixture.of(name).checkpoint(), precision, Fixture.CONTEXT);
  }

  private static String patched(String text, String replacement) {
    assertThat(SOURCE).contains(text);
    return SOURCE.replace(text, replacement);
  }
}
