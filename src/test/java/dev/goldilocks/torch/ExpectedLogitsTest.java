package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.TokenChoice;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In f32 the program agrees with an independent float64 implementation of each family. */
class ExpectedLogitsTest {

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();

  private static Stream<Arguments> families() {
    return Stream.of("llama", "llama3", "qwen2")
        .flatMap(name -> Stream.of(Kernels.values()).map(kernels -> Arguments.of(name, kernels)));
  }

  private static LanguageModel load(Fixture fixture, ModelSource source) {
    return new ModelLoader(source, ModelLoader.BLOCK_BYTES)
        .load(fixture.checkpoint(), Precision.F32, Fixture.CONTEXT);
  }

  @ParameterizedTest
  @MethodSource("families")
  void writesTheExpectedIds(String name, Kernels kernels) {
    Fixture fixture = Fixture.of(name);
    Libtorch.start(1);
    try (LanguageModel model = load(fixture, ModelSource.with(kernels))) {
      int first = model.prefill(fixture.prompt(), GREEDY);
      int[] rest = model.extend(first, fixture.greedyIds().length - 1, GREEDY, Set.of());

      assertThat(IntStream.concat(IntStream.of(first), Arrays.stream(rest)).toArray())
          .containsExactly(fixture.greedyIds());
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void givesTheExpectedLogits(String name, Kernels kernels) {
    Fixture fixture = Fixture.of(name);
    Libtorch.start(1);
    try (LanguageModel model = load(fixture, ModelSource.with(kernels))) {
      float[][] logits = model.logits(fixture.prompt());

      assertThat(logits[logits.length - 1])
          .containsExactly(fixture.lastLogits(), Offset.offset(1e-3f));
      assertThat(Arrays.stream(logits).mapToInt(Rows::argMax).toArray())
          .containsExactly(fixture.argMaxAtEachPosition());
    }
  }

  /** The arg max of a large vocabulary is looked for in blocks; here in ten blocks of 32. */
  @ParameterizedTest
  @ValueSource(strings = {"llama", "llama3", "qwen2"})
  void findsTheArgMaxOfALargeVocabulary(String name) {
    Fixture fixture = Fixture.of(name);
    Libtorch.start(1);
    String text = ModelSource.with(Kernels.PACKED).text();
    String large = text.replace("v > 16384", "v > 0").replace("range(1, 1025)", "range(1, 33)");
    try (LanguageModel model = load(fixture, new ModelSource(Kernels.PACKED, large))) {
      int first = model.prefill(fixture.prompt(), GREEDY);
      int[] rest = model.extend(first, fixture.greedyIds().length - 1, GREEDY, Set.of());

      assertThat(IntStream.concat(IntStream.of(first), Arrays.stream(rest)).toArray())
          .containsExactly(fixture.greedyIds());
    }
  }
}
