package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.TokenChoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenChoicesTest {

  private static final Sampling SAMPLING = new Sampling(0.8, 40, 0.9, 11);

  @Test
  void greedyRunsTakeTheBestToken() {
    TokenChoices choices = new TokenChoices(Sampling.greedy(11), 1);

    assertThat(choices.of(Samples.plan(0, "a", 4), Side.BASELINE))
        .isEqualTo(new TokenChoice.Greedy());
    assertThat(choices.forWarmUp()).isEqualTo(new TokenChoice.Greedy());
  }

  @Test
  void sampledRunsDrawAsTheyWereAsked() {
    assertThat(new TokenChoices(SAMPLING, 1).of(Samples.plan(0, "a", 4), Side.BASELINE))
        .isInstanceOfSatisfying(
            TokenChoice.Sampled.class,
            sampled -> assertThat(sampled.sampling()).isEqualTo(SAMPLING));
  }

  @Test
  void everyTextHasNumbersOfItsOwn() {
    TokenChoices choices = new TokenChoices(SAMPLING, 50);
    List<Double> drawn = new ArrayList<>();
    for (int pair = 0; pair < 50; pair++) {
      for (Side side : Side.values()) {
        drawn.add(firstNumber(choices, pair, side));
      }
      drawn.add(((TokenChoice.Sampled) choices.forWarmUp()).uniforms().nextDouble());
    }

    assertThat(drawn).doesNotHaveDuplicates();
  }

  @Test
  void theNumbersDependOnSeedPairAndSideAlone() {
    TokenChoices inOrder = new TokenChoices(SAMPLING, 3);
    double first = firstNumber(inOrder, 0, Side.SPECULATIVE);
    double last = firstNumber(inOrder, 2, Side.BASELINE);

    TokenChoices backwards = new TokenChoices(SAMPLING, 3);
    backwards.forWarmUp();
    assertThat(firstNumber(backwards, 2, Side.BASELINE)).isEqualTo(last);
    assertThat(firstNumber(backwards, 0, Side.SPECULATIVE)).isEqualTo(first);

    TokenChoices otherwise = new TokenChoices(new Sampling(0.8, 40, 0.9, 12), 3);
    assertThat(firstNumber(otherwise, 0, Side.SPECULATIVE)).isNotEqualTo(first);
  }

  private static double firstNumber(TokenChoices choices, int pair, Side side) {
    TokenChoice.Sampled sampled =
        (TokenChoice.Sampled) choices.of(Samples.plan(pair, "a", 4), side);
    return sampled.uniforms().nextDouble();
  }
}
