package dev.goldilocks.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.MalformedModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairTest {
  private static final PairShape SHAPE =
      new PairShape(
          64,
          32,
          16,
          new PairShape.ModelShape("target", "target", 32, 3, 2, 1, 64),
          new PairShape.ModelShape("draft", "draft", 32, 1, 2, 1, 64));
  private static final Path PROGRAM = Path.of("src/training/torchscript/trainer.py");
  private static final int ROWS = 4;
  private static final int LENGTH = 16;

  @TempDir Path folder;

  @Test
  void theTargetLearnsTheTextAndTheDraftLearnsTheTarget() throws Exception {
    try (Pair pair = create()) {
      float[] first = step(pair, 0);
      for (int step = 1; step < 60; step++) {
        step(pair, step);
      }
      float[] last = pair.evaluate(text(60), ROWS);

      assertThat(first[0]).isGreaterThan(3.5f);
      assertThat(last[0]).isLessThan(1);
      assertThat(last[2]).as("agreement of the first choices").isGreaterThan(0.7f);
    }
  }

  @Test
  void aRestoredPairGoesOnExactlyAsTheOneThatWasSaved() throws Exception {
    Path checkpoint = folder.resolve("checkpoint.safetensors");
    float[] expected;
    try (Pair pair = create()) {
      step(pair, 0);
      step(pair, 1);
      pair.save(checkpoint, Map.of("step", "2"));
      step(pair, 2);
      expected = pair.evaluate(text(3), ROWS);
    }
    try (Pair pair = create()) {
      assertThat(pair.restore(checkpoint)).isEqualTo(Map.of("step", "2"));
      step(pair, 2);

      assertThat(pair.evaluate(text(3), ROWS)).isEqualTo(expected);
    }
  }

  @Test
  void aModelThatDoesNotLearnStaysAsItWas() throws Exception {
    try (Pair pair = create()) {
      float before = pair.evaluate(text(0), ROWS)[1];
      pair.gradients(batch(0, 1), 0.5f, 0, Pair.Learners.TARGET);
      pair.gradients(batch(1, 1), 0.5f, 1, Pair.Learners.TARGET);
      pair.apply(0.02f, 0.004f, 1, Pair.Learners.TARGET);

      assertThat(pair.evaluate(text(0), ROWS)[1]).isEqualTo(before);
    }
  }

  @Test
  void greedyDecodingWithACacheChoosesAsWholePassesDo() throws Exception {
    try (Pair pair = create()) {
      for (int step = 0; step < 20; step++) {
        step(pair, step);
      }
      long[] prompt = Arrays.copyOf(text(99), 5);
      long[] written = pair.greedy(prompt, 1, 8, Pair.Role.TARGET);
      long[] all = Arrays.copyOf(prompt, 5 + 8);
      System.arraycopy(written, 0, all, 5, 8);

      long[] choices = pair.choices(all, Pair.Role.TARGET);

      assertThat(written).isEqualTo(Arrays.copyOfRange(choices, 4, 12));
    }
  }

  @Test
  void aDraftMadeOfAllOfItsTargetsLayersIsItsTarget() throws Exception {
    PairShape equal =
        new PairShape(
            64, 32, 16, SHAPE.target(), new PairShape.ModelShape("draft", "", 32, 3, 2, 1, 64));
    try (Pair pair = Pair.create(equal, PROGRAM, folder)) {
      pair.startDraft(0, 1, 2);
      float[] figures = pair.evaluate(text(0), ROWS);

      assertThat(figures[1]).isEqualTo(figures[0]);
      assertThat(figures[2]).isEqualTo(1);
    }
  }

  @Test
  void whatIsUnlearnedBecomesLessLikely() throws Exception {
    try (Pair pair = create()) {
      for (int step = 0; step < 30; step++) {
        step(pair, step);
      }
      float before = pair.evaluate(text(0), ROWS)[0];
      for (int half = 0; half < 2; half++) {
        pair.gradients(batch(0, -1), 0.5f, half, Pair.Learners.TARGET);
      }
      pair.apply(0.02f, 0.01f, 31, Pair.Learners.TARGET);

      assertThat(pair.evaluate(text(0), ROWS)[0]).isGreaterThan(before);
    }
  }

  /** Embedding and last norm, and of each layer two norms, attention and feed-forward block. */
  @Test
  void theWeightsOfBothModelsAreCounted() throws Exception {
    long layer = 2 * 32 + 32 * (2 + 2 * 1) * 16 + 32 * 32 + 3 * 32 * 64;
    try (Pair pair = create()) {
      assertThat(pair.parameters())
          .isEqualTo(new Pair.ParameterCounts(64 * 32 + 32 + 3 * layer, 64 * 32 + 32 + 1 * layer));
    }
  }

  private Pair create() throws IOException, MalformedModelException {
    return Pair.create(SHAPE, PROGRAM, folder);
  }

  private static float[] step(Pair pair, int step) {
    float[] losses = pair.gradients(batch(2 * step, 1), 0.5f, 0, Pair.Learners.BOTH);
    pair.gradients(batch(2 * step + 1, 1), 0.5f, 1, Pair.Learners.BOTH);
    pair.apply(0.02f, 0.01f, step + 1, Pair.Learners.BOTH);
    return losses;
  }

  private static Batch batch(int seed, float weight) {
    float[] weights = new float[ROWS * LENGTH];
    Arrays.fill(weights, weight);
    return new Batch(text(seed), weights, ROWS);
  }

  /** Rows that count upwards from a random start. */
  private static long[] text(int seed) {
    Random random = new Random(seed);
    long[] ids = new long[ROWS * (LENGTH + 1)];
    for (int row = 0; row < ROWS; row++) {
      int start = random.nextInt(SHAPE.vocabulary());
      for (int i = 0; i <= LENGTH; i++) {
        ids[row * (LENGTH + 1) + i] = (long) (start + i) % SHAPE.vocabulary();
      }
    }
    return ids;
  }
}
