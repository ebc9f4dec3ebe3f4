package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.checkpoint.DamagedFixtures;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.TokenChoice;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights that make logits which are not numbers are told as such, and write no text. */
class DamagedWeightsTest {

  private static final int[] PROMPT = {5, 9, 100, 33};

  @TempDir Path folder;

  private static Stream<Arguments> damages() {
    return Stream.of(Precision.values())
        .flatMap(
            precision ->
                Stream.of(
                        "model.layers.1.mlp.down_proj.weight",
                        "model.layers.0.input_layernorm.weight",
                        "lm_head.weight")
                    .map(tensor -> Arguments.of(tensor, precision)));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void oneElementThatIsNoNumberIsTold(String tensor, Precision precision) {
    Path directory = DamagedFixtures.withFirstElement("llama", folder, tensor, Float.NaN);

    assertRefused(CheckpointReader.read(directory), precision);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void oneElementThatIsInfiniteIsTold(String tensor, Precision precision) {
    Path directory =
        DamagedFixtures.withFirstElement("llama", folder, tensor, Float.POSITIVE_INFINITY);

    assertRefused(CheckpointReader.read(directory), precision);
  }

  private static void assertRefused(Checkpoint checkpoint, Precision precision) {
    try (LanguageModel model = Libtorch.start(1).load(checkpoint, precision, Fixture.CONTEXT)) {
      assertThatThrownBy(() -> model.prefill(PROMPT, new TokenChoice.Greedy()))
          .isInstanceOf(ProblemException.class)
          .hasMessage(sentence(precision));
      assertThatThrownBy(
              () ->
                  model.prefill(
                      PROMPT,
                      new TokenChoice.Sampled(new Sampling(1, 0, 1, 7), new SplittableRandom(7))))
          .isInstanceOf(ProblemException.class)
          .hasMessage(sentence(precision));
      assertThat(model.length()).isZero();
    }
  }

  private static String sentence(Precision precision) {
    String start =
        "llama computes NaN or infinity instead of logits, most likely because its weights";
    return switch (precision) {
      case F32 -> start + " are damaged; download the checkpoint again.";
      case BF16 ->
          start
              + " are damaged or overflow in bf16; take f32, and where that fails alike download"
              + " the checkpoint again.";
      case INT8 ->
          start
              + " are damaged or overflow in int8; take f32, and where that fails alike download"
              + " the checkpoint again.";
    };
  }
}
