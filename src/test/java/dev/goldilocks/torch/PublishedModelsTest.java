package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.TokenChoice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Published configs, and those with a field that changes what is computed, load and write what the
 * transformers library writes.
 */
class PublishedModelsTest {

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.goldilocks.torch.PublishedModel#names")
  void writesWhatTransformersWrites(String name) {
    PublishedModel published = PublishedModel.of(name);
    int[] prompt = published.prompt();
    int[] expected = published.greedyIds();
    try (LanguageModel model =
        Libtorch.start(1)
            .load(published.write(directory), Precision.F32, prompt.length + expected.length + 1)) {
      float[] last = model.logits(prompt)[prompt.length - 1];
      int first = model.prefill(prompt, GREEDY);
      int[] rest = model.extend(first, expected.length - 1, GREEDY, Set.of());

      assertThat(Arrays.copyOf(last, published.lastLogits().length))
          .containsExactly(published.lastLogits(), Offset.offset(1e-3f));
      assertThat(IntStream.concat(IntStream.of(first), Arrays.stream(rest)).toArray())
          .containsExactly(expected);
    }
  }
}
