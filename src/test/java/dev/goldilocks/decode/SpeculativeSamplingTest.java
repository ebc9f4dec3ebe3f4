package dev.goldilocks.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sampled speculative text is distributed as the target's own. The target is a chain over four
 * tokens, so that the probability of each text is known exactly, and the texts drawn are held
 * against it by Pearson's chi-square.
 */
class SpeculativeSamplingTest {

  private static final int TEXTS = 20_000;

  /**
   * Upper critical values at 0.001 for 63 and 15 degrees of freedom: NIST/SEMATECH e-Handbook of
   * Statistical Methods, section 1.3.6.7.4.
   */
  private static final double CRITICAL_63 = 103.442;

  private static final double CRITICAL_15 = 37.697;

  private static final float[][] TARGET = {
    {0.5f, 1.0f, 0.2f, 0.0f},
    {0.0f, 0.6f, 1.1f, 0.3f},
    {0.9f, 0.1f, 0.0f, 0.7f},
    {0.4f, 0.0f, 0.8f, 1.2f}
  };

  private static final float[][] DRAFT = {
    {1.0f, 0.2f, 0.6f, 0.0f},
    {0.3f, 0.0f, 0.9f, 1.0f},
    {0.0f, 0.8f, 0.2f, 0.5f},
    {1.1f, 0.5f, 0.0f, 0.6f}
  };

  private static final int[] PROMPT = {0};

  @ParameterizedTest(name = "K = {0}")
  @CsvSource({"1", "2", "3", "5"})
  void textsAreDistributedAsTheTargetsOwn(int draftTokens) {
    Sampling sampling = new Sampling(0.8, 0, 1, 0);

    Map<List<Integer>, Integer> texts =
        speculate(draftTokens, sampling, ScriptedModel.Acceptance.REJECTION_SAMPLING);

    assertThat(chiSquare(texts, sampling, 64)).isLessThan(CRITICAL_63);
  }

  @Test
  void plainTextsAreDistributedAsTheTargetsOwn() {
    Sampling sampling = new Sampling(0.8, 0, 1, 0);
    SplittableRandom random = new SplittableRandom(2);
    PlainDecoder decoder = new PlainDecoder(new ScriptedModel(Law.table(TARGET)), 8);

    Map<List<Integer>, Integer> texts = tally(decoder, sampling, random);

    assertThat(chiSquare(texts, sampling, 64)).isLessThan(CRITICAL_63);
  }

  @Test
  void theDistributionIsTheOneThatTopKLeaves() {
    Sampling sampling = new Sampling(0.8, 2, 1, 0);

    Map<List<Integer>, Integer> texts =
        speculate(3, sampling, ScriptedModel.Acceptance.REJECTION_SAMPLING);

    assertThat(chiSquare(texts, sampling, 16)).isLessThan(CRITICAL_15);
  }

  /**
   * Whatever decides how long a draft is, as long as it does not look at tokens that are still to
   * be checked. Of the draft's probabilities at this temperature about half are under 0.3.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void textsAreDistributedAsTheTargetsOwnWhateverDecidesHowLongADraftIs(
      String name, Supplier<DraftPolicy> policy) {
    Sampling sampling = new Sampling(0.8, 0, 1, 0);
    ScriptedModel target =
        new ScriptedModel(Law.table(TARGET), 64, ScriptedModel.Acceptance.REJECTION_SAMPLING);
    ScriptedModel draft = new ScriptedModel(Law.table(DRAFT)).following(target);

    Map<List<Integer>, Integer> texts =
        tally(
            new SpeculativeDecoder(target, new ModelDrafter(draft), policy.get()),
            sampling,
            new SplittableRandom(1));

    assertThat(chiSquare(texts, sampling, 64)).isLessThan(CRITICAL_63);
  }

  static Stream<Arguments> policies() {
    return Stream.of(
        policy("heuristic", () -> new HeuristicDraft(3)),
        policy("confidence 0.3", () -> new ConstantDraft(3, 0.3)),
        policy("confidence 1", () -> new ConstantDraft(3, 1)),
        policy("by turns 1, 3, 2", () -> new ByTurns(1, 3, 2)),
        policy("acceptance and costs", Timed::new));
  }

  private static Arguments policy(String name, Supplier<DraftPolicy> policy) {
    return Arguments.of(name, policy);
  }

  /**
   * Chooses by acceptance and costs that a table gives, whatever the clock says: the draws must be
   * the same in every run of the test.
   */
  private static final class Timed implements DraftPolicy {

    private final CostedDraft policy;

    Timed() {
      RoundCosts costs = new RoundCosts(3);
      IntStream.rangeClosed(1, 3).forEach(k -> costs.warmed(k, nanos(k)));
      policy = new CostedDraft(3, costs);
    }

    private static long nanos(int drafted) {
      return 1_000L + 300L * drafted;
    }

    @Override
    public int most() {
      return policy.most();
    }

    @Override
    public int next() {
      return policy.next();
    }

    @Override
    public StoppingRule stopping() {
      return policy.stopping();
    }

    @Override
    public void settled(Step.Round round, List<Double> confidences) {
      long nanos = nanos(round.drafted().size());
      RoundTime time = new RoundTime(0, nanos, nanos);
      policy.settled(
          new Step.Round(round.drafted(), round.accepted(), round.emitted(), time), confidences);
    }
  }

  /**
   * A drafter that leaves out the token of which it was unsure, instead of ending with it: whether
   * the target is asked would then depend on the token that it is asked about.
   */
  @Test
  void leavingOutTheTokenThatIsUnsureIsFound() {
    Sampling sampling = new Sampling(0.8, 0, 1, 0);
    ScriptedModel target = new ScriptedModel(Law.table(TARGET));
    ScriptedModel draft = new ScriptedModel(Law.table(DRAFT)).leavingOutUnsureTokens();

    Map<List<Integer>, Integer> texts =
        tally(
            new SpeculativeDecoder(target, new ModelDrafter(draft), new ConstantDraft(3, 0.3)),
            sampling,
            new SplittableRandom(1));

    assertThat(chiSquare(texts, sampling, 64)).isGreaterThan(1.5 * CRITICAL_63);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REJECTION_SAMPLING")
  void aWrongAcceptanceRuleIsFound(ScriptedModel.Acceptance wrong) {
    Sampling sampling = new Sampling(0.8, 0, 1, 0);

    Map<List<Integer>, Integer> texts = speculate(3, sampling, wrong);

    assertThat(chiSquare(texts, sampling, 64)).isGreaterThan(3 * CRITICAL_63);
  }

  private static Map<List<Integer>, Integer> speculate(
      int draftTokens, Sampling sampling, ScriptedModel.Acceptance acceptance) {
    ScriptedModel target = new ScriptedModel(Law.table(TARGET), 64, acceptance);
    ScriptedModel draft = new ScriptedModel(Law.table(DRAFT)).following(target);
    SpeculativeDecoder decoder =
        new SpeculativeDecoder(target, new ModelDrafter(draft), draftTokens);
    return tally(decoder, sampling, new SplittableRandom(1));
  }

  /** How often each last three of five new tokens came up. */
  private static Map<List<Integer>, Integer> tally(
      Decoder decoder, Sampling sampling, SplittableRandom random) {
    TokenChoice choice = new TokenChoice.Sampled(sampling, random);
    Limits limits = new Limits(5, Set.of());
    Map<List<Integer>, Integer> texts = new HashMap<>();
    for (int i = 0; i < TEXTS; i++) {
      List<Integer> ids = decoder.decode(PROMPT, limits, choice, step -> {}).ids();
      texts.merge(ids.subList(2, 5), 1, Integer::sum);
    }
    return texts;
  }

  /** Pearson's statistic over every text that the target can write. */
  private static double chiSquare(
      Map<List<Integer>, Integer> texts, Sampling sampling, int cellsExpected) {
    double[][] chain = new double[4][];
    for (int last = 0; last < 4; last++) {
      chain[last] = ScriptedModel.probabilities(TARGET[last], sampling);
    }
    double statistic = 0;
    int cells = 0;
    int seen = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        for (int c = 0; c < 4; c++) {
          double expected = TEXTS * third(chain, a) * chain[a][b] * chain[b][c];
          int observed = texts.getOrDefault(List.of(a, b, c), 0);
          if (expected > 0) {
            statistic += (observed - expected) * (observed - expected) / expected;
            cells++;
            seen += observed;
          }
        }
      }
    }
    assertThat(cells).isEqualTo(cellsExpected);
    assertThat(seen).as("texts that the target can write at all").isEqualTo(TEXTS);
    return statistic;
  }

  /** Probability that the third token after the prompt is {@code id}. */
  private static double third(double[][] chain, int id) {
    double probability = 0;
    for (int first = 0; first < 4; first++) {
      for (int second = 0; second < 4; second++) {
        probability += chain[PROMPT[0]][first] * chain[first][second] * chain[second][id];
      }
    }
    return probability;
  }
}
