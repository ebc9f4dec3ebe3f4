package dev.goldilocks.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.training.BpeTrainer.Merge;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BpeTrainerTest {

  /** The words of the example in Sennrich et al. 2016, without its end-of-word mark. */
  private static final Map<String, Long> WORDS =
      Map.of("low", 5L, "lower", 2L, "newest", 6L, "widest", 3L);

  @Test
  void theMostFrequentPairIsMergedFirst() {
    // "es" and "st" stand 9 times each, and "es" has the smaller ids; then "es" + "t".
    assertThat(BpeTrainer.learn(WORDS, 2))
        .containsExactly(new Merge('e', 's'), new Merge(256, 't'));
  }

  @Test
  void aMergeChangesTheCountsOfItsNeighbours() {
    // After "est": l+o and o+w stand 7 times; once "lo" is one token, o+w is gone and lo+w stands
    // 7.
    assertThat(BpeTrainer.learn(WORDS, 4).subList(2, 4))
        .containsExactly(new Merge('l', 'o'), new Merge(258, 'w'));
  }

  @Test
  void learningStopsWhenNothingIsLeftToMerge() {
    assertThat(BpeTrainer.learn(Map.of("ab", 1L), 10)).containsExactly(new Merge('a', 'b'));
  }
}
