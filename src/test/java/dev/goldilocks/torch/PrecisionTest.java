package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fewer bits change logits a little, and no more than that. */
class PrecisionTest {

  /** Bounds on the root mean square error of all logits, relative to that of the f32 logits. */
  @ParameterizedTest
  @CsvSource({
    "llama, BF16, 0.02",
    "llama, INT8, 0.15",
    "llama3, BF16, 0.02",
    "llama3, INT8, 0.15",
    "qwen2, BF16, 0.02",
    "qwen2, INT8, 0.15"
  })
  void staysNearF32(String name, Precision precision, double bound) {
    Fixture fixture = Fixture.of(name);
    try (LanguageModel exact = fixture.load(Precision.F32);
        LanguageModel rounded = fixture.load(precision)) {
      float[][] expected = exact.logits(fixture.prompt());
      float[][] actual = rounded.logits(fixture.prompt());

      for (int position = 0; position < expected.length; position++) {
        assertThat(Rows.relativeError(actual[position], expected[position]))
            .as("position %d", position)
            .isBetween(1e-6, bound);
      }
    }
  }
}
