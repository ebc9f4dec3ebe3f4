package dev.goldilocks.decode;

import java.util.List;
import java.util.SplittableRandom;

/** What a {@link ScriptedModel} says after a context: its logits. */
@FunctionalInterface
public interface Law {

  /**
   * The logits of the next token.
   *
   * @param context every token so far, at least one
   * @return one logit for each id
   */
  float[] logits(List<Integer> context);

  /** Logits that look only at the last token: {@code table[last]}. */
  static Law table(float[]... table) {
    return context -> table[context.getLast()].clone();
  }

  /** Always the token {@code next[last]}. */
  static Law successor(int... next) {
    return context -> {
      float[] logits = new float[next.length];
      logits[next[context.getLast()]] = 1;
      return logits;
    };
  }

  /**
   * Pseudo-random logits that depend on the last three tokens, so that texts do not go in rings.
   */
  static Law scattered(int vocabularySize, long seed) {
    return context -> {
      SplittableRandom random = random(context, seed);
      float[] logits = new float[vocabularySize];
      for (int id = 0; id < vocabularySize; id++) {
        logits[id] = (float) (4 * random.nextDouble());
      }
      return logits;
    };
  }

  /**
   * The same as this one after a share of all contexts, and with its best token pushed to the
   * bottom after the others.
   *
   * @param share 0 to 1
   */
  default Law agreeing(double share, long seed) {
    return context -> {
      float[] logits = logits(context);
      if (random(context, seed).nextDouble() >= share) {
        logits[ScriptedModel.best(logits)] = -1;
      }
      return logits;
    };
  }

  private static SplittableRandom random(List<Integer> context, long seed) {
    List<Integer> recent = context.subList(Math.max(0, context.size() - 3), context.size());
    return new SplittableRandom(31L * recent.hashCode() + seed);
  }
}
