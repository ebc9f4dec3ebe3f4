package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Step;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostedDraftTest {

  private static final long STEP = 1_000_000;

  /** Round after round is accepted with alpha .75: three accepted for each rejection. */
  @ParameterizedTest(name = "c = {0}, each more token checked costs {1} steps")
  @CsvSource({"0.05, 0, 16", "0.1, 0, 16", "0.3, 0, 16", "0.05, 0.1, 16", "0.2, 0.2, 8"})
  void itSettlesAtTheKThatTheTheoryFindsBest(double draftStep, double slope, int most) {
    RoundCosts costs = costs(draftStep, slope, 16);
    CostedDraft policy = new CostedDraft(most, costs);
    for (int round = 0; round < 400; round++) {
      int k = policy.next();
      policy.settled(round(k, Math.min(k, 3), draftStep, slope));
    }

    double alpha = policy.alpha();
    List<RoundCost> each =
        IntStream.rangeClosed(1, most)
            .mapToObj(k -> new RoundCost(k, draftStep, 1 / (1 + slope * k), 0))
            .toList();
    assertThat((double) policy.next())
        .isEqualTo(SpeedupTheory.best(alpha, each).orElseThrow().draftTokens());
  }

  @Test
  void withoutAcceptanceItDraftsOneToken() {
    CostedDraft policy = new CostedDraft(16, costs(0.2, 0, 16));
    for (int round = 0; round < 50; round++) {
      policy.settled(round(policy.next(), 0, 0.2, 0));
    }

    assertThat(policy.next()).isEqualTo(1);
  }

  @Test
  void withFreeDraftsAndChecksThatAreAllAcceptedItDraftsTheMost() {
    CostedDraft policy = new CostedDraft(12, costs(0, 0, 16));
    for (int round = 0; round < 50; round++) {
      int k = policy.next();
      policy.settled(round(k, k, 0, 0));
    }

    assertThat(policy.next()).isEqualTo(12);
  }

  @Test
  void itNeverTakesALengthWhoseCheckWasNotTimed() {
    CostedDraft policy = new CostedDraft(16, costs(0, 0, 5));
    for (int round = 0; round < 50; round++) {
      int k = policy.next();
      assertThat(k).isLessThanOrEqualTo(5);
      policy.settled(round(k, k, 0, 0));
    }
  }

  @Test
  void alphaStartsAtAHalfAndForgets() {
    CostedDraft policy = new CostedDraft(4, costs(0.1, 0, 4));
    assertThat(policy.alpha()).isEqualTo(0.5);

    policy.settled(round(4, 3, 0.1, 0));
    // (0.98 + 3) of (0.98 + 3 + 0.98 + 1).
    assertThat(policy.alpha()).isCloseTo(3.98 / 5.96, within(1e-12));

    for (int round = 0; round < 500; round++) {
      policy.settled(round(4, 4, 0.1, 0));
    }
    assertThat(policy.alpha()).isGreaterThan(0.9999);
  }

  @Test
  void aRoundThatDraftedNothingTeachesNothing() {
    CostedDraft policy = new CostedDraft(4, costs(0.1, 0, 4));
    policy.settled(new Step.Round(List.of(), 0, List.of(7), new RoundTime(0, STEP, STEP)));

    assertThat(policy.alpha()).isEqualTo(0.5);
  }

  /** The check of 9 tokens turns out to take three steps, where the warm-up saw one. */
  @Test
  void aLengthThatProvesSlowIsLeft() {
    CostedDraft policy = new CostedDraft(8, costs(0.01, 0, 8));
    int last = 0;
    for (int round = 0; round < 100; round++) {
      last = policy.next();
      long verify = last == 8 ? 3 * STEP : STEP;
      long draft = Math.round(last * 0.01 * STEP);
      policy.settled(round(last, last, new RoundTime(draft, verify, draft + verify)));
    }

    assertThat(last).isEqualTo(7);
  }

  @Test
  void withoutAWarmUpThereIsNothingToChooseBy() {
    assertThatThrownBy(() -> new CostedDraft(4, new RoundCosts()).next())
        .isInstanceOf(IllegalStateException.class);
  }

  private static RoundCosts costs(double draftStep, double slope, int most) {
    RoundCosts costs = new RoundCosts();
    costs.warmedStep(8, 8 * STEP);
    for (int k = 1; k <= most; k++) {
      costs.warmedDraft(k, Math.round(k * draftStep * STEP));
      costs.warmedVerify(k, Math.round((1 + slope * k) * STEP));
      costs.warmedVerify(k, 40 * STEP);
    }
    return costs;
  }

  private static Step.Round round(int drafted, int accepted, double draftStep, double slope) {
    long draft = Math.round(drafted * draftStep * STEP);
    long verify = Math.round((1 + slope * drafted) * STEP);
    return round(
        drafted,
        accepted,
        new RoundTime(draft, verify - 1_000, OptionalLong.of(1_000), 0, draft + verify));
  }

  private static Step.Round round(int drafted, int accepted, RoundTime time) {
    return new Step.Round(
        Collections.nCopies(drafted, 7), accepted, Collections.nCopies(accepted + 1, 7), time);
  }
}
