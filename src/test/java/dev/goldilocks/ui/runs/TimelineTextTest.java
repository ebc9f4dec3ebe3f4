package dev.goldilocks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.Timeline;
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
