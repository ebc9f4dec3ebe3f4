package dev.goldilocks.bench;

import static dev.goldilocks.bench.TimelineToken.Fate.ACCEPTED;
import static dev.goldilocks.bench.TimelineToken.Fate.BEHIND_END;
import static dev.goldilocks.bench.TimelineToken.Fate.BONUS;
import static dev.goldilocks.bench.TimelineToken.Fate.CORRECTED;
import static dev.goldilocks.bench.TimelineToken.Fate.NOT_JUDGED;
import static dev.goldilocks.bench.TimelineToken.Fate.REJECTED;
import static dev.goldilocks.bench.TimelineToken.Fate.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final RoundTime TIME = new RoundTime(10, 20, OptionalLong.of(3), 4, 40);

  @Test
  void aRoundThatWasAcceptedInPartHasARejectedTokenItsCorrectionAndTokensThatNobodyJudged() {
    assertThat(tokens(List.of(5, 6, 7, 8), 1, List.of(5, 9)))
        .containsExactly(
            token(5, ACCEPTED, 1),
            token(6, REJECTED, 2),
            token(7, NOT_JUDGED),
            token(8, NOT_JUDGED),
            token(9, CORRECTED, 2));
  }

  @Test
  void aRoundThatWasAcceptedWholeHasABonus() {
    assertThat(tokens(List.of(5, 6), 2, List.of(5, 6, 7)))
        .containsExactly(token(5, ACCEPTED, 1), token(6, ACCEPTED, 2), token(7, BONUS, 3));
  }

  @Test
  void aTextThatEndsAmongTheAcceptedTokensHasNoPlaceForTheRest() {
    assertThat(tokens(List.of(5, 6, 7, 8), 3, List.of(5, 6)))
        .containsExactly(
            token(5, ACCEPTED, 1),
            token(6, ACCEPTED, 2),
            token(7, BEHIND_END),
            token(8, BEHIND_END));
    assertThat(tokens(List.of(5, 6, 7), 2, List.of(5, 6)))
        .containsExactly(token(5, ACCEPTED, 1), token(6, ACCEPTED, 2), token(7, BEHIND_END));
  }

  @Test
  void aRoundWithoutADraftIsTheTargetsOwn() {
    assertThat(tokens(List.of(), 0, List.of(5))).containsExactly(token(5, TARGET, 1));
  }

  @Test
  void roundsFollowTheReadingOfThePromptWithTheirTimesAndPlaces() {
    Timeline timeline =
        timeline(
            new TextComparison.Diverged(3, 0.1),
            List.of(
                new Step.Round(List.of(5, 6), 1, List.of(5, 7), TIME),
                new Step.Plain(List.of(8), 50),
                new Step.Round(List.of(9), 1, List.of(9, 4), TIME)));

    assertThat(timeline.rounds())
        .containsExactly(
            new TimelineRound(List.of(token(1, TARGET, 0)), 400, Optional.empty()),
            new TimelineRound(
                List.of(token(5, ACCEPTED, 1), token(6, REJECTED, 2), token(7, CORRECTED, 2)),
                40,
                Optional.of(TIME)),
            new TimelineRound(List.of(token(8, TARGET, 3)), 50, Optional.empty()),
            new TimelineRound(
                List.of(token(9, ACCEPTED, 4), token(4, BONUS, 5)), 40, Optional.of(TIME)));
    assertThat(timeline.firstDifference()).hasValue(3);
    assertThat(timeline.roundOf(3)).hasValue(2);
    assertThat(timeline.roundOf(2)).hasValue(1);
    assertThat(timeline.roundOf(6)).isEmpty();
  }

  @Test
  void aTokenIsAcceptedWithTheRatioOfItsProbabilities() {
    Timeline timeline =
        timeline(
            new TextComparison.NotCompared(),
            List.of(new Step.Round(List.of(5, 6, 8), 1, List.of(5, 7), TIME)),
            new WrittenToken(new TokenOdds(1, 1, 1), List.of()),
            new WrittenToken(new TokenOdds(5, 0.5, 0.25), List.of()),
            new WrittenToken(
                new TokenOdds(7, 0.3, 0.1),
                List.of(new TokenOdds(6, 0.2, 0.8), new TokenOdds(2, 0.4, 0.05))));
    List<TimelineToken> tokens = timeline.rounds().get(1).tokens();

    assertThat(tokens.stream().map(timeline::acceptanceProbability))
        .containsExactly(1.0, 0.25, Double.NaN, Double.NaN);
    assertThat(timeline.oddsOf(tokens.get(1))).contains(new TokenOdds(6, 0.2, 0.8));
    assertThat(timeline.candidatesFor(tokens.get(3)))
        .extracting(TokenOdds::id)
        .containsExactly(2, 7, 6);
    assertThat(timeline.oddsOf(tokens.get(2))).as("never judged").isEmpty();
  }

  @Test
  void whatPromptLookupDraftsIsAcceptedWithTheTargetsProbability() {
    Timeline timeline =
        timeline(
            new TextComparison.NotCompared(),
            List.of(new Step.Round(List.of(5), 1, List.of(5, 7), TIME)),
            new WrittenToken(new TokenOdds(1, 1, Double.NaN), List.of()),
            new WrittenToken(new TokenOdds(5, 0.5, Double.NaN), List.of()),
            new WrittenToken(new TokenOdds(7, 0.3, Double.NaN), List.of()));

    assertThat(timeline.acceptanceProbability(timeline.rounds().get(1).tokens().getFirst()))
        .isEqualTo(0.5);
  }

  private static List<TimelineToken> tokens(
      List<Integer> drafted, int accepted, List<Integer> emitted) {
    return timeline(
            new TextComparison.Identical(),
            List.of(new Step.Round(drafted, accepted, emitted, TIME)))
        .rounds()
        .get(1)
        .tokens();
  }

  private static TimelineToken token(int id, TimelineToken.Fate fate, int position) {
    return new TimelineToken(id, fate, OptionalInt.of(position));
  }

  private static TimelineToken token(int id, TimelineToken.Fate fate) {
    return new TimelineToken(id, fate, OptionalInt.empty());
  }

  private static Timeline timeline(
      TextComparison comparison, List<Step> steps, WrittenToken... odds) {
    List<Integer> ids = new ArrayList<>(List.of(1));
    steps.forEach(step -> ids.addAll(step.emitted()));
    PairSample pair =
        new PairSample(
            new PairPlan(3, new Prompt("1", "code", "x"), 4, 0, Side.BASELINE),
            1,
            new SideSample(new Generation(ids, 300, steps), ""),
            new SideSample(new Generation(ids, 400, steps), ""),
            comparison);
    TokenDetails details =
        odds.length == 0
            ? TokenDetails.NONE
            : new TokenDetails(Map.of(), List.of(new TextProbabilities(List.of(3), List.of(odds))));
    return Timeline.of(pair, details);
  }
}
