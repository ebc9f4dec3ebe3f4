package dev.goldilocks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.Timeline;
import dev.goldilocks.bench.TimelineToken;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.chart.TimelineSpot;
import dev.goldilocks.ui.fake.Records;
import dev.goldilocks.ui.fake.ScriptedRunService;
import dev.goldilocks.ui.fake.Shelves;
import dev.goldilocks.ui.fake.Specs;
import dev.goldilocks.ui.fake.TimelineRuns;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The sentences of the timeline. What they are of is in the fixtures, line by line. */
class TimelineTextTest {

  private final TimelineText text =
      new TimelineText(new Texts(Locale.ENGLISH), new FigureFormat(Locale.ENGLISH));

  @Test
  void aNearTieIsToldFromABugByTheRoundingOfThePrecision() {
    assertThat(difference(0.125))
        .isEqualTo(
            "From token 22 on the texts differ: the baseline wrote \u201cObserver\u201d, the target"
                + " with its draft \u201cSubscriber\u201d. The two best logits there are 12.5"
                + " (\u201cSubscriber\u201d) and 12.4 (\u201cObserver\u201d), 0.125 apart. That is"
                + " near-tie rounding: bf16 can move them by 0.787.");
    assertThat(difference(2))
        .endsWith(
            " 2.00 apart. That is more than the 0.787 that rounding in bf16 explains, and so a bug:"
                + " please report it with this run.");
  }

  private String difference(double gap) {
    RunRecord run = TimelineRuns.diverged(gap);
    return text.difference(run, timeline(run, 0));
  }

  @Test
  void aRejectedTokenOfADrawnTextIsReadOutWithItsProbabilities() {
    RunRecord run = TimelineRuns.drawn();

    TokenReading reading = text.reading(run, timeline(run, 0), new TimelineSpot(2, 1));

    assertThat(reading)
        .isEqualTo(
            new TokenReading(
                "s",
                "s",
                "Drafted and rejected: the target wrote another token here.",
                "Token 4 of the text, id 116",
                List.of(
                    new TokenReading.Candidate("\u00b7=", "62.8 %", "8.61 %", false),
                    new TokenReading.Candidate("s", "15.4 %", "89.7 %", true)),
                "Acceptance probability 17.2 %: target over draft, at most 100 %.",
                "Round 2: 1 of 4 accepted, 6.76 ms",
                List.of(
                    new TokenReading.Part("draft", "4.91 ms"),
                    new TokenReading.Part("verify", "1.69 ms"),
                    new TokenReading.Part("sampling and acceptance", "0.143 ms"),
                    new TokenReading.Part("host", "0.0187 ms"),
                    new TokenReading.Part("residual", "0.00224 ms"))));
  }

  /** The target chose " other" where " or" was drafted, after " this." which it chose too. */
  @Test
  void aGreedyTextSaysWhatTheTargetChose() {
    RunRecord run = TimelineRuns.greedy();
    Timeline timeline = timeline(run, 0);

    TokenReading accepted = text.reading(run, timeline, new TimelineSpot(1, 1));
    TokenReading rejected = text.reading(run, timeline, new TimelineSpot(1, 2));

    assertThat(accepted.acceptance())
        .isEqualTo("Greedy decoding compares ids: accepted, for the target chose the same token.");
    assertThat(rejected.acceptance())
        .isEqualTo(
            "Greedy decoding compares ids: rejected, for the target chose \u201cother\u201d.");
    assertThat(rejected.candidates())
        .extracting(TokenReading.Candidate::token, TokenReading.Candidate::isPointed)
        .containsExactly(Assertions.tuple("other", false), Assertions.tuple("or", true));
  }

  /** In the file " to" is as probable, to four digits, as what was written there. */
  @Test
  void anEqualProbabilityInAnotherPassIsNotLeftWithoutAWord() {
    RunRecord run = TimelineRuns.greedy();
    Timeline timeline = timeline(run, 1);
    int round = timeline.roundOf(36).orElseThrow();
    List<TimelineToken> tokens = timeline.rounds().get(round).tokens();
    int token =
        IntStream.range(0, tokens.size())
            .filter(i -> tokens.get(i).position().equals(OptionalInt.of(36)))
            .findFirst()
            .orElseThrow();

    assertThat(text.reading(run, timeline, new TimelineSpot(round, token)).acceptance())
        .endsWith(
            " Read once more, when all was measured, the target found \u201c\u00b7to\u201d at least"
                + " as probable: another pass rounds otherwise.");
  }

  @Test
  void aGreedyTextWithoutProbabilitiesStillSaysWhatTheTargetChose() {
    RunRecord whole = TimelineRuns.greedy();
    RunRecord older =
        new RunRecord(
            whole.origin(), whole.remarks(), whole.results(), whole.samples(), TokenDetails.NONE);

    TokenReading reading = text.reading(older, timeline(older, 0), new TimelineSpot(1, 1));

    assertThat(reading.acceptance())
        .isEqualTo(
            "Greedy decoding compares ids: accepted, for the target chose the same token. No"
                + " probabilities: this run was made before they were kept.");
  }

  @Test
  void whatWasNeverJudgedHasNoProbabilities() {
    RunRecord run = TimelineRuns.drawn();

    TokenReading reading = text.reading(run, timeline(run, 0), new TimelineSpot(2, 2));

    assertThat(reading.candidates()).isEmpty();
    assertThat(reading.fate()).isEqualTo("Drafted after the rejected token, and never judged.");
    assertThat(reading.acceptance())
        .isEqualTo("No probabilities: the text before it is not the one that was written.");
  }

  @Test
  void whyThereAreNoProbabilitiesIsSaid() {
    RunRecord drawn = TimelineRuns.drawn();
    RunRecord older = Records.of(new ScriptedRunService(Shelves.PROMPTS), Specs.of(8, 4));

    assertThat(text.withoutOdds(drawn, timeline(drawn, 0))).isEmpty();
    assertThat(text.withoutOdds(drawn, timeline(drawn, repeat(drawn, 1))))
        .isEqualTo(
            "No probabilities: of texts that are drawn at random, those of the first repeat are"
                + " looked into.");
    assertThat(text.withoutOdds(older, timeline(older, 0)))
        .isEqualTo("No probabilities: this run was made before they were kept.");
  }

  private static int repeat(RunRecord run, int repeat) {
    for (int pair = 0; pair < run.samples().size(); pair++) {
      if (run.samples().get(pair).plan().repeat() == repeat) {
        return pair;
      }
    }
    throw new AssertionError("no such repeat");
  }

  private static Timeline timeline(RunRecord run, int pair) {
    return Timeline.of(run.samples().get(pair), run.tokens());
  }
}
