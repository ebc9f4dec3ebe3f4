package dev.goldilocks.bench;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.TokenChoice;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    float[] logits = logitsAfter(before);
    List<Integer> best = twoBest(logits);
    Set<Integer> ids = new LinkedHashSet<>(best);
    for (List<Integer> side : List.of(baseline, speculative)) {
      ids.addAll(side.subList(position, Math.min(position + 1, side.size())));
    }
    return new TextComparison.Diverged(
        position,
        logits[best.getFirst()] - logits[best.getLast()],
        ids.stream().map(id -> new TokenLogit(id, logits[id])).toList());
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

  /** Ids of the two largest, largest first; of equals the lowest id comes first. */
  private static List<Integer> twoBest(float[] logits) {
    int best = 0;
    int second = 1;
    if (logits[second] > logits[best]) {
      best = 1;
      second = 0;
    }
    for (int id = 2; id < logits.length; id++) {
      if (logits[id] > logits[best]) {
        second = best;
        best = id;
      } else if (logits[id] > logits[second]) {
        second = id;
      }
    }
    return List.of(best, second);
  }
}
