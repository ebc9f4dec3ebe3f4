package dev.goldilocks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final Windows TEXT = new Windows(text(400), 20);
  private static final Windows LOOPS = new Windows(new short[400], 20);

  @Test
  void theHalvesOfPlainTextAreItsBatchesInTurn() {
    Batches batches = new Batches.Plain(TEXT);

    assertThat(batches.half(3, 0, 2).ids()).isEqualTo(TEXT.batch(6, 2));
    assertThat(batches.half(3, 1, 2).ids()).isEqualTo(TEXT.batch(7, 2));
    assertThat(batches.half(3, 1, 2).weights()).containsOnly(1).hasSize(40);
  }

  @Test
  void theFirstHalfOfACorrectionIsTextToLearn() {
    Batch half = new Batches.Corrected(TEXT, LOOPS).half(3, 0, 1);

    assertThat(half.ids()).isEqualTo(TEXT.batch(6, 1));
    assertThat(half.weights()).containsOnly(1);
  }

  @Test
  void theSecondHalfUnlearnsRepetitionsAndPassesOverTheRest() {
    Batch half = new Batches.Corrected(TEXT, LOOPS).half(3, 1, 1);

    float[] expected = new float[20];
    Arrays.fill(expected, 7, 20, -1);
    assertThat(half.weights()).isEqualTo(expected);
  }

  private static short[] text(int count) {
    short[] ids = new short[count];
    for (int i = 0; i < count; i++) {
      ids[i] = (short) i;
    }
    return ids;
  }
}
