package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class PolicyGainTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(Bootstrap.RESAMPLES_KEPT, 1);
  private static final DraftLength K2 = new DraftLength.Fixed(2);
  private static final DraftLength K4 = new DraftLength.Fixed(4);
  private static final DraftLength AUTO = new DraftLength.Predicted(16);
  private static final DraftLength HEURISTIC = new DraftLength.Heuristic(16);

  @Test
  void aPolicyIsHeldAgainstTheBestFixedKPromptByPrompt() {
    List<PairSample> samples = new ArrayList<>();
    add(samples, K2, 10, prompt -> 1 + 0.1 * prompt);
    add(samples, K4, 10, prompt -> 1.25 * (1 + 0.1 * prompt));
    add(samples, HEURISTIC, 10, prompt -> 1.25 * 0.9 * (1 + 0.1 * prompt));
    add(samples, AUTO, 10, prompt -> 1.25 * 1.1 * (1 + 0.1 * prompt));

    List<PolicyGain> gains = PolicyGain.of(samples, BOOTSTRAP);

    // On every prompt the ratio of the ratios is the same, so that the interval has no width.
    assertThat(gains).extracting(PolicyGain::policy).containsExactly(HEURISTIC, AUTO);
    assertThat(gains).extracting(PolicyGain::bestFixed).containsExactly(K4, K4);
    assertThat(gains.get(0).ratio().value()).isCloseTo(0.9, within(1e-6));
    assertThat(gains.get(0).ratio().high()).isCloseTo(0.9, within(1e-6));
    assertThat(gains.get(1).ratio().low()).isCloseTo(1.1, within(1e-6));
    assertThat(gains.get(1).ratio().pairs()).isEqualTo(10);
  }

  @Test
  void whatDiffersFromPromptToPromptWidensTheInterval() {
    List<PairSample> samples = new ArrayList<>();
    add(samples, K4, 40, _ -> 1.3);
    add(samples, AUTO, 40, prompt -> 1.3 * Math.exp(prompt % 2 == 0 ? 0.1 : -0.1));

    Interval ratio = PolicyGain.of(samples, BOOTSTRAP).getFirst().ratio();

    // The logarithms' deviation is 0.1, so their mean's is 0.1 / sqrt(40) = 0.0158.
    assertThat(ratio.value()).isCloseTo(1, within(1e-6));
    assertThat(Math.log(ratio.high())).isCloseTo(2.02 * 0.0158, within(0.006));
    assertThat(Interpretation.of(ratio)).isEqualTo(Interpretation.NO_SIGNIFICANT_DIFFERENCE);
  }

  @Test
  void aPromptThatOneOfThemLacksIsLeftOut() {
    List<PairSample> samples = new ArrayList<>();
    add(samples, K4, 10, prompt -> prompt == 9 ? 100 : 1.5);
    add(samples, AUTO, 9, _ -> 1.5);

    Interval ratio = PolicyGain.of(samples, BOOTSTRAP).getFirst().ratio();

    assertThat(ratio.value()).isCloseTo(1, within(1e-6));
    assertThat(ratio.pairs()).isEqualTo(9);
  }

  @Test
  void withoutAPolicyOrAFixedKThereIsNothingToHoldAgainstEachOther() {
    List<PairSample> fixed = new ArrayList<>();
    add(fixed, K2, 10, _ -> 1.5);
    List<PairSample> policy = new ArrayList<>();
    add(policy, AUTO, 10, _ -> 1.5);

    assertThat(PolicyGain.of(fixed, BOOTSTRAP)).isEmpty();
    assertThat(PolicyGain.of(policy, BOOTSTRAP)).isEmpty();
    assertThat(PolicyGain.of(List.of(), BOOTSTRAP)).isEmpty();
  }

  private static void add(
      List<PairSample> samples, DraftLength length, int prompts, IntToDoubleFunction ratio) {
    for (int prompt = 0; prompt < prompts; prompt++) {
      PairSample pair =
          Samples.pair(
              samples.size(),
              "p" + prompt,
              1,
              10,
              1_000_000_000,
              Math.round(1_000_000_000 / ratio.applyAsDouble(prompt)));
      samples.add(
          new PairSample(
              new PairPlan(
                  pair.plan().index(), pair.plan().prompt(), length, 0, pair.plan().first()),
              pair.promptTokens(),
              pair.baseline(),
              pair.speculative(),
              pair.comparison()));
    }
  }
}
