package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tensor too large for one buffer is handed over in blocks of rows. */
class RowBlocksTest {

  @ParameterizedTest
  @EnumSource
  void loadsTheSameModelInBlocksOfAnySize(Precision precision) {
    float[][] whole = logits(precision, ModelLoader.BLOCK_BYTES);

    // A row of the fixture's widest matrix has 320 bytes: 1000 leaves a block of fewer rows at the
    // end, and 1 forces a row at a time.
    assertThat(logits(precision, 1000)).isDeepEqualTo(whole);
    assertThat(logits(precision, 1)).isDeepEqualTo(whole);
  }

  private static float[][] logits(Precision precision, long blockBytes) {
    Fixture fixture = Fixture.of("qwen2");
    Libtorch.start(1);
    try (LanguageModel model =
        new ModelLoader(ModelSource.ofThisLibrary(), blockBytes)
            .load(fixture.checkpoint(), precision, 64)) {
      return model.logits(fixture.prompt());
    }
  }
}
