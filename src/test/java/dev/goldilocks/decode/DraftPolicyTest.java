package dev.goldilocks.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DraftPolicyTest {

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();
  private static final int[] PROMPT = {3, 1, 4, 1, 5};

  /** Counts up from 0 to 9 and begins again. */
  private static final Law COUNTING = Law.successor(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);

  /** Counts too, but thinks that 9 comes after 3. */
  private static final Law MISCOUNTING = Law.successor(1, 2, 3, 9, 5, 6, 7, 8, 9, 0);

  static Stream<Arguments> everyPolicyAndAgreement() {
    return Stream.<Supplier<DraftPolicy>>of(
            () -> new HeuristicDraft(1),
            () -> new HeuristicDraft(16),
            () -> new ConstantDraft(8, 0.4),
            () -> new ConstantDraft(8, 1),
            () -> new CostedDraft(8, costs(8)),
            () -> new ByTurns(1, 7, 2))
        .flatMap(policy -> Stream.of(0.0, 0.3, 0.8, 1.0).map(share -> arguments(policy, share)));
  }

  @ParameterizedTest
  @MethodSource("everyPolicyAndAgreement")
  void greedyIdsAreTheTargetsOwnAndNoRoundDraftsPastTheLimitOrTheMost(
      Supplier<DraftPolicy> policies, double share) {
    Law law = Law.scattered(50, 7);
    for (int limit = 1; limit <= 40; limit++) {
      DraftPolicy policy = policies.get();
      ScriptedModel target = new ScriptedModel(law);
      ScriptedModel draft = new ScriptedModel(law.agreeing(share, 11)).following(target);
      Limits limits = new Limits(limit, Set.of());

      Generation text =
          new SpeculativeDecoder(target, new ModelDrafter(draft), policy)
              .decode(PROMPT, limits, GREEDY, step -> {});

      Generation plain =
          new PlainDecoder(new ScriptedModel(law), 8).decode(PROMPT, limits, GREEDY, step -> {});
      assertThat(text.ids()).isEqualTo(plain.ids());
      int left = limit - 1;
      for (Step step : text.steps()) {
        assertThat(((Step.Round) step).drafted())
            .hasSizeLessThanOrEqualTo(Math.min(policy.most(), left - 1));
        left -= step.emitted().size();
      }
    }
  }

  /** A machine on which a drafted token costs a fifth of a check. */
  private static RoundCosts costs(int most) {
    RoundCosts costs = new RoundCosts(most);
    IntStream.rangeClosed(1, most).forEach(k -> costs.warmed(k, 1_000 + 200 * k));
    return costs;
  }

  @Test
  void theHeuristicDraftsTwoMoreAfterARoundAcceptedWholeAndOneFewerAfterAnyOther() {
    HeuristicDraft policy = new HeuristicDraft(16);

    // 7 8 9 0 1 whole; 3, then a 9 for the 4; 5 to 0 whole; 2 3, then a 9 for the 4; and so on.
    assertThat(drafted(speculate(policy, MISCOUNTING, 60))).startsWith(5, 7, 6, 8, 7, 9, 8, 10);
  }

  @Test
  void theHeuristicNeverGoesPastItsMost() {
    assertThat(drafted(speculate(new HeuristicDraft(8), COUNTING, 60))).startsWith(5, 7, 8, 8, 8);
  }

  @Test
  void theHeuristicNeverGoesUnderOne() {
    Law wrong = Law.successor(2, 3, 4, 5, 6, 7, 8, 9, 0, 1);

    assertThat(drafted(speculate(new HeuristicDraft(16), wrong, 11)))
        .containsExactly(5, 4, 3, 2, 1, 1, 1, 1, 1, 0);
  }

  @Test
  void theHeuristicStartsATextWhereTheLastOneEnded() {
    HeuristicDraft policy = new HeuristicDraft(16);
    speculate(policy, COUNTING, 14);

    // Rounds of 5 and of the 6 that the limit left, both accepted whole.
    assertThat(drafted(speculate(policy, COUNTING, 40))).startsWith(9);
  }

  @Test
  void aRoundThatDraftedNothingTeachesTheHeuristicNothing() {
    HeuristicDraft policy = new HeuristicDraft(16);
    policy.settled(new Step.Round(List.of(), 0, List.of(7), new RoundTime(0, 1, 1)), List.of());

    assertThat(policy.next()).isEqualTo(5);
  }

  /** The draft gives a token that it is sure of 0.9, and splits the rest among nine. */
  @Test
  void aThresholdEndsADraftWithTheFirstTokenUnderIt() {
    Law sure = Law.table(sureExceptAfterEight());
    DraftPolicy policy = new ConstantDraft(6, 0.5);

    Generation text =
        new SpeculativeDecoder(
                new ScriptedModel(COUNTING), new ModelDrafter(new ScriptedModel(sure)), policy)
            .decode(PROMPT, new Limits(12, Set.of()), GREEDY, step -> {});

    // 6 comes from the prompt; 7 and 8 are sure, 9 is not but right, and drafting stops there.
    assertThat(text.steps().stream().map(step -> ((Step.Round) step).drafted()).toList())
        .startsWith(List.of(7, 8, 9), List.of(1, 2, 3, 4, 5, 6));
  }

  private static float[][] sureExceptAfterEight() {
    float[][] table = new float[10][10];
    for (int last = 0; last < 10; last++) {
      table[last][(last + 1) % 10] = (float) Math.log(last == 8 ? 4 : 81);
    }
    return table;
  }

  private static Generation speculate(DraftPolicy policy, Law draftLaw, int maxNewTokens) {
    ScriptedModel target = new ScriptedModel(COUNTING);
    ScriptedModel draft = new ScriptedModel(draftLaw).following(target);
    return new SpeculativeDecoder(target, new ModelDrafter(draft), policy)
        .decode(PROMPT, new Limits(maxNewTokens, Set.of()), GREEDY, step -> {});
  }

  private static List<Integer> drafted(Generation text) {
    return text.steps().stream().map(step -> ((Step.Round) step).drafted().size()).toList();
  }
}
