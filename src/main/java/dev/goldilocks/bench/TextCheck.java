package dev.goldilocks.bench;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.TokenChoice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Compares the two greedy texts of a pair and asks the target how near a difference was. */
final class TextCheck {

  private final LanguageModel target;

  TextCheck(LanguageModel target) {
    this.target = target;
  }

  TextComparison compare(int[] prompt, List<Integer> baseline, List<Integer> speculative) {
    if (baseline.equals(speculative)) {
      return new TextComparison.Identical();
    }
    int position = 0;
    int shorter = Math.min(baseline.size(), speculative.size());
    while (position < shorter && baseline.get(position).equals(speculative.get(position))) {
      position++;
    }
    int[] before =
        IntStream.concat(
                Arrays.stream(prompt),
                baseline.subList(0, position).stream().mapToInt(Integer::intValue))
            .toArray();
    return new TextComparison.Diverged(position, gap(logitsAfter(before)));
  }

  /** Reads all but the last token as a prompt, so that no more than one row of logits is made. */
  private float[] logitsAfter(int[] ids) {
    if (ids.length == 1) {
      target.rollBack(0);
    } else {
      target.prefill(Arrays.copyOf(ids, ids.length - 1), new TokenChoice.Greedy());
    }
    return target.logits(new int[] {ids[ids.length - 1]})[0];
  }

  private static double gap(float[] logits) {
    float best = Float.NEGATIVE_INFINITY;
    float second = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      if (logit > best) {
        second = best;
        best = logit;
      } else if (logit > second) {
        second = logit;
      }
    }
    return best - second;
  }
}
