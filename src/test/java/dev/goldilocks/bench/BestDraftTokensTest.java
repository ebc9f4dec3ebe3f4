package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class BestDraftTokensTest {

  private static final DraftLength K2 = new DraftLength.Fixed(2);
  private static final DraftLength K4 = new DraftLength.Fixed(4);
  private static final Bootstrap BOOTSTRAP = new Bootstrap(Bootstrap.RESAMPLES_KEPT, 1);

  @Test
  void whatIsFasterOnEveryPromptIsBestForSure() {
    List<PairSample> samples = new ArrayList<>();
    add(samples, 2, 10, prompt -> 1.5 + 0.1 * prompt);
    add(samples, 4, 10, prompt -> 1.4 + 0.1 * prompt);

    assertThat(BestDraftTokens.of(samples, BOOTSTRAP))
        .contains(new BestDraftTokens(K2, Map.of(K2, 1.0, K4, 0.0)));
  }

  /**
   * Log ratios of K = 4 over K = 2 alternate between 0.12 and -0.08: mean 0.02, deviation 0.1, so
   * an error of 0.1 / sqrt(40), and a normal mean is over 0 with probability 0.897.
   */
  @Test
  void theOddsAreThoseOfANormalMean() {
    List<PairSample> samples = new ArrayList<>();
    add(samples, 2, 40, prompt -> 1 + 0.02 * prompt);
    add(samples, 4, 40, prompt -> (1 + 0.02 * prompt) * Math.exp(prompt % 2 == 0 ? 0.12 : -0.08));

    BestDraftTokens best = BestDraftTokens.of(samples, BOOTSTRAP).orElseThrow();

    assertThat(best.length()).isEqualTo(K4);
    // 41 possible means, so that ties and steps move it by some hundredths.
    assertThat(best.odds().get(K4)).isCloseTo(0.897, within(0.03));
    assertThat(best.odds().values().stream().mapToDouble(odds -> odds).sum())
        .isCloseTo(1, within(1e-12));
  }

  /** On the eight prompts that both have, K = 4 is faster; over all of its own, K = 2. */
  @Test
  void itIsTheOneWithTheLargestSpeedupThoughOneKLacksPrompts() {
    List<PairSample> samples = new ArrayList<>();
    add(samples, 2, 10, prompt -> prompt < 8 ? 1.5 : 3);
    add(samples, 4, 8, _ -> 1.6);

    BestDraftTokens best = BestDraftTokens.of(samples, BOOTSTRAP).orElseThrow();

    assertThat(Figures.speedup(at(samples, K2), BOOTSTRAP).value())
        .isGreaterThan(Figures.speedup(at(samples, K4), BOOTSTRAP).value());
    assertThat(best.length()).isEqualTo(K2);
    // With one of the other two among 10 draws K = 2 has exp((9 ln 1.5 + ln 3) / 10) = 1.608
    // already, so that K = 4 is ahead only when there is none.
    assertThat(best.odds().get(K4)).isCloseTo(Math.pow(0.8, 10), within(0.02));
  }

  private static List<PairSample> at(List<PairSample> samples, DraftLength length) {
    return samples.stream().filter(sample -> sample.plan().length().equals(length)).toList();
  }

  @Test
  void oneKOrTooFewPromptsHaveNoOdds() {
    List<PairSample> oneK = new ArrayList<>();
    add(oneK, 2, 10, prompt -> 1.5);
    List<PairSample> sevenPrompts = new ArrayList<>();
    add(sevenPrompts, 2, 7, prompt -> 1.5);
    add(sevenPrompts, 4, 7, prompt -> 1.6);

    assertThat(BestDraftTokens.of(oneK, BOOTSTRAP)).isEmpty();
    assertThat(BestDraftTokens.of(sevenPrompts, BOOTSTRAP)).isEmpty();
  }

  private static void add(
      List<PairSample> samples, int draftTokens, int prompts, IntToDoubleFunction ratio) {
    for (int prompt = 0; prompt < prompts; prompt++) {
      samples.add(pair(samples.size(), prompt, draftTokens, ratio.applyAsDouble(prompt)));
    }
  }

  private static PairSample pair(int index, int prompt, int draftTokens, double ratio) {
    return Samples.pair(
        index, "p" + prompt, draftTokens, 10, 1_000_000_000, Math.round(1_000_000_000 / ratio));
  }
}
