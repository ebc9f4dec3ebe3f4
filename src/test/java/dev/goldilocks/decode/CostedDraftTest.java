package dev.goldilocks.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The policy on drafters whose law is known: acceptance by place in the draft and by confidence,
 * and the time of each length. So the best fixed K follows from adding up probabilities.
 */
class CostedDraftTest {

  private static final double STEP = 1_000_000;
  private static final int ROUNDS = 4_000;
  private static final double SURE = 0.97;
  private static final double UNSURE = 0.3;

  /** Acceptance of the first three tokens, that of all later ones, and the costs, in steps. */
  @ParameterizedTest(name = "{0} {1} {2} then {3}; {4} a drafted token, {5} a checked one: K = {6}")
  @CsvSource({
    "0.9,  0.9,  0.1,  0.1,  0.1,  0.05, 2",
    "0.95, 0.1,  0.1,  0.1,  0.1,  0,    1",
    "0.5,  0.97, 0.97, 0.97, 0.05, 0.02, 16",
    "0.8,  0.8,  0.8,  0.8,  0.1,  0.1,  4",
    "0.3,  0.3,  0.3,  0.3,  0.5,  0,    1",
    "0.9,  0.9,  0.9,  0.9,  0,    0,    16"
  })
  void itSettlesAtTheBestFixedKWhereConfidenceTellsNothing(
      double first, double second, double third, double later, double c, double slope, int best) {
    IntToDoubleFunction acceptance =
        place -> place == 0 ? first : place == 1 ? second : place == 2 ? third : later;
    IntToDoubleFunction time = k -> STEP * (1 + (c + slope) * k);
    assertThat(bestFixed(acceptance, time)).isEqualTo(best);

    List<Integer> drafted = certainDrafter(acceptance, time);

    List<Integer> settled = drafted.subList(ROUNDS / 2, ROUNDS);
    double reached =
        settled.stream().mapToDouble(k -> tokens(acceptance, k)).sum()
            / settled.stream().mapToDouble(time::applyAsDouble).sum();
    assertThat(reached).isGreaterThan(0.98 * tokens(acceptance, best) / time.applyAsDouble(best));
  }

  /** Each token is as likely as any, so alpha is .64 and Theorem 3.8 would have three tokens. */
  @Test
  void acceptanceThatFallsWithThePlaceIsSeen() {
    IntToDoubleFunction acceptance = place -> place < 2 ? 0.9 : 0.1;

    List<Integer> drafted =
        certainDrafter(acceptance, k -> STEP * (1 + 0.15 * k)).subList(ROUNDS / 2, ROUNDS);

    assertThat(share(drafted, 2)).isGreaterThan(0.9);
  }

  /** The check's time makes a step at four tokens, and is flat from there to eight. */
  @Test
  void itLooksOverAStepOfTheChecksTime() {
    IntToDoubleFunction time = k -> STEP * (1 + 0.02 * k + (k >= 4 ? 0.5 : 0));
    IntToDoubleFunction acceptance = _ -> 0.9;
    assertThat(bestFixed(acceptance, time)).isGreaterThan(8);

    List<Integer> drafted = certainDrafter(acceptance, time).subList(ROUNDS / 2, ROUNDS);

    assertThat(drafted).allMatch(k -> k > 8);
  }

  /**
   * The draft is right in 95 of 100 tokens of which it is sure, in 10 of those of which it is not;
   * four of five tokens are sure. To stop at the first unsure one beats every fixed K.
   */
  @Test
  void whereConfidenceTellsItStopsAfterATokenThatIsLikelyWrong() {
    CostedDraft policy = new CostedDraft(16, new RoundCosts(16));
    IntToDoubleFunction time = k -> STEP * (1 + 0.2 * k);
    SplittableRandom random = new SplittableRandom(7);
    double tokens = 0;
    double nanos = 0;
    int unsureBefore = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Draft draft = Draft.of(policy, random, 0.8);
      policy.settled(round(draft.confidences.size(), draft.accepted, time), draft.confidences);
      if (round >= ROUNDS / 2) {
        tokens += draft.accepted + 1;
        nanos += time.applyAsDouble(draft.confidences.size());
        unsureBefore +=
            draft.confidences.subList(0, draft.confidences.size() - 1).contains(UNSURE) ? 1 : 0;
      }
    }

    IntToDoubleFunction onAverage = _ -> 0.8 * 0.95 + 0.2 * 0.1;
    int best = bestFixed(onAverage, time);
    double fixed = tokens(onAverage, best) / time.applyAsDouble(best);
    assertThat(tokens / nanos / fixed).isGreaterThan(1.1);
    assertThat(unsureBefore).as("rounds that drafted after an unsure token").isZero();
  }

  /** As sure as before, but now every token is right: what was learned is forgotten. */
  @Test
  void itFollowsADrafterThatGetsBetter() {
    CostedDraft policy = new CostedDraft(16, new RoundCosts(16));
    IntToDoubleFunction time = k -> STEP * (1 + 0.2 * k);
    List<Integer> poor = rounds(policy, 1_000, _ -> 0.3, time, new SplittableRandom(1));
    List<Integer> perfect = rounds(policy, 1_000, _ -> 1, time, new SplittableRandom(2));

    assertThat(poor.subList(500, 1_000)).allMatch(k -> k <= 2);
    assertThat(perfect.subList(500, 1_000)).containsOnly(16);
  }

  /** Every length becomes 1.6 times as slow halfway, as when another program takes the memory. */
  @Test
  void aMachineThatSlowsDownChangesNothing() {
    IntToDoubleFunction acceptance = _ -> 0.8;
    IntToDoubleFunction time = k -> STEP * (1 + 0.2 * k);
    CostedDraft policy = new CostedDraft(16, new RoundCosts(16));
    SplittableRandom random = new SplittableRandom(3);
    List<Integer> before = rounds(policy, 2_000, acceptance, time, random).subList(1_000, 2_000);

    List<Integer> after =
        rounds(policy, 2_000, acceptance, k -> 1.6 * time.applyAsDouble(k), random);

    double mean = before.stream().mapToInt(k -> k).average().orElseThrow();
    assertThat(after.subList(0, 1_000).stream().mapToInt(k -> k).average().orElseThrow())
        .isBetween(mean - 0.4, mean + 0.4);
  }

  /** The check of 9 tokens turns out to take three steps, where the warm-up saw one. */
  @Test
  void aLengthThatProvesSlowIsLeft() {
    RoundCosts costs = new RoundCosts(8);
    IntStream.rangeClosed(1, 8).forEach(k -> costs.warmed(k, Math.round(STEP * (1 + 0.01 * k))));
    CostedDraft policy = new CostedDraft(8, costs);

    List<Integer> drafted =
        rounds(
            policy, 200, _ -> 1, k -> STEP * (k == 8 ? 3 : 1 + 0.01 * k), new SplittableRandom(1));

    assertThat(drafted.subList(100, 200)).containsOnly(7);
  }

  @Test
  void theFirstRoundsDraftEveryOtherLengthToLearnWhatItCosts() {
    CostedDraft policy = new CostedDraft(12, new RoundCosts(12));

    assertThat(rounds(policy, CostedDraft.FIRST_ROUNDS, _ -> 0, k -> STEP, new SplittableRandom(1)))
        .containsExactly(12, 6, 3, 1, 12, 6, 3, 1, 12, 6);
  }

  @Test
  void aRoundThatDraftedNothingTeachesNothing() {
    CostedDraft policy = new CostedDraft(12, new RoundCosts(12));

    policy.settled(
        new Step.Round(List.of(), 0, List.of(7), new RoundTime(0, 1_000, 1_000)), List.of());

    assertThat(policy.next()).isEqualTo(12);
  }

  private static List<Integer> certainDrafter(
      IntToDoubleFunction acceptance, IntToDoubleFunction time) {
    return rounds(
        new CostedDraft(16, new RoundCosts(16)), ROUNDS, acceptance, time, new SplittableRandom(5));
  }

  /** How many tokens each round drafted, for a drafter that is certain of all of them. */
  private static List<Integer> rounds(
      CostedDraft policy,
      int rounds,
      IntToDoubleFunction acceptance,
      IntToDoubleFunction time,
      SplittableRandom random) {
    List<Integer> drafted = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      int k = ((StoppingRule.BySurvival) policy.stopping()).countWhenCertain(policy.next());
      int accepted = 0;
      while (accepted < k && random.nextDouble() < acceptance.applyAsDouble(accepted)) {
        accepted++;
      }
      policy.settled(round(k, accepted, time), Collections.nCopies(k, 1.0));
      drafted.add(k);
    }
    return drafted;
  }

  private static Step.Round round(int drafted, int accepted, IntToDoubleFunction time) {
    long nanos = Math.round(time.applyAsDouble(drafted));
    return new Step.Round(
        Collections.nCopies(drafted, 7),
        accepted,
        Collections.nCopies(accepted + 1, 7),
        new RoundTime(0, nanos, nanos));
  }

  private static double tokens(IntToDoubleFunction acceptance, int k) {
    double survival = 1;
    double tokens = 1;
    for (int place = 0; place < k; place++) {
      survival *= acceptance.applyAsDouble(place);
      tokens += survival;
    }
    return tokens;
  }

  private static int bestFixed(IntToDoubleFunction acceptance, IntToDoubleFunction time) {
    int best = 1;
    for (int k = 2; k <= 16; k++) {
      if (tokens(acceptance, k) / time.applyAsDouble(k)
          > tokens(acceptance, best) / time.applyAsDouble(best)) {
        best = k;
      }
    }
    return best;
  }

  private static double share(List<Integer> values, int wanted) {
    return (double) Collections.frequency(values, wanted) / values.size();
  }

  /** Drafted as the rule says, with confidences and what the target makes of them. */
  private record Draft(List<Double> confidences, int accepted) {

    static Draft of(CostedDraft policy, SplittableRandom random, double shareOfSure) {
      StoppingRule.BySurvival rule = (StoppingRule.BySurvival) policy.stopping();
      List<Double> confidences = new ArrayList<>();
      int count = policy.next();
      double survival = 1;
      int accepted = 0;
      boolean standing = true;
      do {
        double confidence = random.nextDouble() < shareOfSure ? SURE : UNSURE;
        survival *= rule.acceptance(confidences.size(), confidence);
        confidences.add(confidence);
        standing = standing && random.nextDouble() < (confidence == SURE ? 0.95 : 0.1);
        accepted += standing ? 1 : 0;
      } while (confidences.size() < count && rule.goesOn(confidences.size(), survival));
      return new Draft(confidences, accepted);
    }
  }
}
