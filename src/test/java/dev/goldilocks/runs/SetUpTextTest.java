package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunOrigin;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.decode.Sampling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SetUpTextTest {

  private static final SetUpText TEXT = new SetUpText(Locale.ROOT);

  @Test
  void aMeasuredRunHasAPhraseForEachPart() {
    assertThat(phrases(TEXT, SampleRuns.measured()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(SetUpPart.TARGET, "GoldilocksCoder-9M int8"),
                Map.entry(SetUpPart.DRAFT, "GoldilocksCoder-0.7M bf16"),
                Map.entry(SetUpPart.DEVICE, "cpu, 2 threads"),
                Map.entry(SetUpPart.DRAFT_TOKENS, "2, 4"),
                Map.entry(SetUpPart.PROMPTS, "code, 2 prompts"),
                Map.entry(SetUpPart.LENGTH, "up to 128 new tokens"),
                Map.entry(SetUpPart.REPEATS, "3 repeats"),
                Map.entry(SetUpPart.SAMPLING, "temperature 0.5, top-k 40, top-p 0.95"),
                Map.entry(SetUpPart.MACHINE, "Some CPU @ 2.00GHz, 2 cores"),
                Map.entry(SetUpPart.SOFTWARE, "Goldilocks 0.1.0, libtorch 2.7.1"),
                Map.entry(SetUpPart.DATE, "2026-11-23"),
                Map.entry(SetUpPart.FIGURES, "measured")));
  }

  @Test
  void whatAReportDoesNotTellIsADash() {
    assertThat(phrases(TEXT, SampleRuns.hearsay()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(SetUpPart.TARGET, "big"),
                Map.entry(SetUpPart.DRAFT, "small"),
                Map.entry(SetUpPart.DEVICE, "–"),
                Map.entry(SetUpPart.DRAFT_TOKENS, "–"),
                Map.entry(SetUpPart.PROMPTS, "–"),
                Map.entry(SetUpPart.LENGTH, "–"),
                Map.entry(SetUpPart.REPEATS, "–"),
                Map.entry(SetUpPart.SAMPLING, "–"),
                Map.entry(SetUpPart.MACHINE, "–"),
                Map.entry(SetUpPart.SOFTWARE, "–"),
                Map.entry(SetUpPart.DATE, "–"),
                Map.entry(SetUpPart.FIGURES, "reported, not measured here")));
  }

  @Test
  void oneOfAKindIsNotSeveral() {
    assertThat(phrases(TEXT, report(1, Sampling.greedy(0))))
        .containsEntry(SetUpPart.DEVICE, "M2, 1 thread")
        .containsEntry(SetUpPart.DRAFT_TOKENS, "1 to 4")
        .containsEntry(SetUpPart.PROMPTS, "stories, 1 prompt")
        .containsEntry(SetUpPart.LENGTH, "1 new token")
        .containsEntry(SetUpPart.REPEATS, "1 repeat")
        .containsEntry(SetUpPart.SAMPLING, "greedy");
  }

  @Test
  void numbersAreThoseOfTheLocale() {
    RunRecord run = report(1234, new Sampling(0.75, 40, 0.9, 0));

    assertThat(phrases(new SetUpText(Locale.GERMANY), run))
        .containsEntry(SetUpPart.DEVICE, "M2, 1234 threads")
        .containsEntry(SetUpPart.SAMPLING, "temperature 0,75, top-k 40, top-p 0,9");
    assertThat(phrases(new SetUpText(Locale.forLanguageTag("ar-EG-u-nu-arab")), run))
        .containsEntry(SetUpPart.DEVICE, "M2, ١٢٣٤ threads")
        .containsEntry(SetUpPart.DRAFT_TOKENS, "١ to ٤")
        .containsEntry(SetUpPart.SAMPLING, "temperature ٠٫٧٥, top-k ٤٠, top-p ٠٫٩");
  }

  @Test
  void rowsSetTheRunsSideBySide() {
    List<SetUpRow> rows =
        TEXT.rows(
            Stream.of(SampleRuns.measured(), SampleRuns.reported()).map(RunSummary::of).toList());

    assertThat(rows).extracting(SetUpRow::part).containsExactly(SetUpPart.values());
    assertThat(rows)
        .contains(
            new SetUpRow(
                SetUpPart.TARGET, List.of("GoldilocksCoder-9M int8", "gemma-2-27b-it 8-bit")),
            new SetUpRow(SetUpPart.PROMPTS, List.of("code, 2 prompts", "–")),
            new SetUpRow(SetUpPart.FIGURES, List.of("measured", "reported, not measured here")));
  }

  @Test
  void aRowDiffersWhenItsValuesDo() {
    assertThat(new SetUpRow(SetUpPart.DRAFT_TOKENS, List.of("4", "4")).differs()).isFalse();
    assertThat(new SetUpRow(SetUpPart.DRAFT_TOKENS, List.of("4", "8")).differs()).isTrue();
  }

  @Test
  void everyReasonAgainstComparingIsAPhrase() {
    Comparison two = Comparison.of(List.of(SampleRuns.measured(), SampleRuns.reported()));
    List<SetUpDifference> all =
        Stream.of(SetUpDifference.Kind.values())
            .map(kind -> new SetUpDifference(SetUpPart.LENGTH, kind))
            .toList();
    Comparison comparison =
        new Comparison(
            two.runs(),
            two.groups(),
            two.categories(),
            two.steadiness(),
            List.of(new Comparison.Mismatch(1, all)));

    assertThat(TEXT.reasonsAgainst(comparison, 1))
        .containsExactly(
            "length not known of either run",
            "unknown length",
            "length not known of the first run",
            "other length under the same name",
            "other length (–, not up to 128 new tokens)");
    assertThat(TEXT.reasonsAgainst(comparison, 0)).isEmpty();
  }

  @Test
  void anUnfinishedRunOfRandomWeightsIsTimingOnlyToo() {
    RunRecord random = SampleRuns.ofRandomWeights();
    RunRecord cancelled =
        new RunRecord(
            new RunOrigin(
                random.id(),
                random.createdAt(),
                Provenance.CANCELLED,
                random.spec(),
                random.target(),
                random.draft(),
                random.environment(),
                random.limits()),
            random.remarks(),
            random.results(),
            random.samples(),
            random.tokens());

    assertThat(TEXT.value(SetUpPart.FIGURES, RunSummary.of(random))).isEqualTo("timing only");
    assertThat(TEXT.value(SetUpPart.FIGURES, RunSummary.of(cancelled)))
        .isEqualTo("cancelled, incomplete, timing only");
  }

  private static Map<SetUpPart, String> phrases(SetUpText text, RunRecord run) {
    return Stream.of(SetUpPart.values())
        .collect(Collectors.toMap(part -> part, part -> text.value(part, RunSummary.of(run))));
  }

  private static RunRecord report(int count, Sampling sampling) {
    RunRecord run = SampleRuns.hearsay();
    return new RunRecord(
        new RunOrigin(
            run.id(),
            run.createdAt(),
            run.provenance(),
            new ReportedConditions(
                Optional.empty(),
                Optional.of("M2"),
                OptionalInt.of(count),
                List.of(1, 2, 3, 4),
                Optional.of(sampling),
                Optional.of("stories"),
                OptionalInt.of(count),
                OptionalInt.of(count),
                OptionalInt.of(count),
                Optional.of(EndOfSequence.IGNORE)),
            run.target(),
            run.draft(),
            run.environment(),
            Optional.empty()),
        run.remarks(),
        run.results(),
        run.samples(),
        run.tokens());
  }
}
