package dev.goldilocks.torch;

import static dev.goldilocks.torch.GreedySpeculation.GREEDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a token computes does not depend on what is checked beside it. Rounding to eight bits makes
 * a difference in the last place into one of a hundredth, so that otherwise many greedy texts would
 * not be the same with a draft as without.
 */
class SameLogitsAloneTest {

  /** Positions that all passes find cached; the library sums over fewer in another order. */
  private static final int CACHED = 20;

  @ParameterizedTest
  @CsvSource({
    "llama, INT8",
    "llama3, INT8",
    "qwen2, INT8",
    "llama, BF16",
    "llama3, BF16",
    "qwen2, BF16"
  })
  void aTokenHasTheSameLogitsAloneAsAmongDraftedOnes(String name, Precision precision) {
    assumeThat(FbgemmKernels.isAmd(FbgemmKernels.processor()))
        .as("MKL's order of summation was looked at on AMD's processors")
        .isTrue();
    int[] ids = ids(name, CACHED + 9);
    try (LanguageModel model = Fixture.of(name).load(precision)) {
      for (int count = 2; count <= 9; count++) {
        int[] checked = Arrays.copyOfRange(ids, CACHED, CACHED + count);
        model.prefill(Arrays.copyOf(ids, CACHED), GREEDY);
        float[][] together = model.logits(checked);
        model.rollBack(CACHED);

        for (int i = 0; i < count; i++) {
          assertThat(model.logits(new int[] {checked[i]})[0])
              .as("token %d of %d", i, count)
              .containsExactly(together[i]);
        }
      }
    }
  }

  /** The fixture's prompt over and over. */
  private static int[] ids(String name, int count) {
    int[] prompt = Fixture.of(name).prompt();
    int[] ids = new int[count];
    Arrays.setAll(ids, i -> prompt[i % prompt.length]);
    return ids;
  }
}
