package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.PairPlan;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.Remarks;
import dev.goldilocks.bench.RunOrigin;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.decode.Sampling;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final RunRecord FIRST = SampleRuns.named("a", "A");

  private static final SetUpText TEXT = new SetUpText(Locale.ROOT);

  @Test
  void groupsAreRunsInOrderAndTheirKAscending() {
    Comparison comparison = Comparison.of(List.of(FIRST, SampleRuns.reported()));

    assertThat(comparison.groups())
        .containsExactly(
            new Comparison.Group(0, FIRST.results().get(0)),
            new Comparison.Group(0, FIRST.results().get(1)),
            new Comparison.Group(1, SampleRuns.reported().results().get(0)));
  }

  @Test
  void atItsFastestARunHasOneGroup() {
    Comparison fastest = Comparison.of(List.of(FIRST, SampleRuns.reported())).atFastest();

    assertThat(fastest.groups())
        .containsExactly(
            new Comparison.Group(0, FIRST.results().get(0)),
            new Comparison.Group(1, SampleRuns.reported().results().get(0)));
    assertThat(fastest.hasSeveralDraftTokens()).isFalse();
  }

  @Test
  void runsOfOneNameAreToldApartByTheirK() {
    assertThat(names(at("a", "A", 4, 0), at("b", "A", 8, 0), at("c", "B", 4, 0)))
        .containsExactly("A · K = 4", "A · K = 8", "B");
  }

  @Test
  void runsOfOneNameAndKAreToldApartByTheirTime() {
    assertThat(names(at("a", "A", 4, 0), at("b", "A", 4, 61)))
        .containsExactly("A · 2026-11-23 10:00:00 UTC", "A · 2026-11-23 10:01:01 UTC");
  }

  @Test
  void runsOfOneNameKAndTimeAreToldApartByTheirId() {
    assertThat(names(at("a", "A", 4, 0), at("b", "A", 4, 0))).containsExactly("A · a", "A · b");
  }

  private static List<String> names(RunRecord... runs) {
    return Comparison.of(List.of(runs)).runs().stream().map(RunSummary::name).toList();
  }

  private static RunRecord at(String id, String name, int draftTokens, int seconds) {
    RunRecord run = SampleRuns.named(id, name);
    RunSpec spec = SampleRuns.spec();
    return new RunRecord(
        new RunOrigin(
            id,
            Instant.parse("2026-11-23T10:00:00Z").plusSeconds(seconds),
            run.provenance(),
            new RunSpec(
                spec.target(),
                spec.draft(),
                spec.device(),
                spec.threads(),
                List.of(draftTokens),
                spec.sampling(),
                spec.prompts(),
                spec.maxNewTokens(),
                spec.repeats(),
                spec.endOfSequence()),
            run.target(),
            run.draft(),
            run.environment(),
            Optional.empty()),
        new Remarks(name, run.tags(), run.note()),
        run.results(),
        run.samples(),
        run.tokens());
  }

  @Test
  void runsOfTheSameWorkAreComparable() {
    assertThat(Comparison.of(List.of(FIRST, SampleRuns.named("b", "B"))).mismatches()).isEmpty();
  }

  @Test
  void anotherSeedAndAnotherNameForTheSamePromptsAreNoReasons() {
    RunSpec spec = SampleRuns.spec();
    RunRecord other =
        with(
            new RunSpec(
                spec.target(),
                spec.draft(),
                spec.device(),
                spec.threads(),
                spec.draftTokens(),
                new Sampling(0.5, 40, 0.95, 11),
                new PromptChoice(Path.of("renamed.jsonl"), 40),
                spec.maxNewTokens(),
                spec.repeats(),
                spec.endOfSequence()),
            FIRST.samples());

    assertThat(Comparison.of(List.of(FIRST, other)).mismatches()).isEmpty();
  }

  @Test
  void otherSamplingAndLengthStandAgainstComparing() {
    RunSpec spec = SampleRuns.spec();
    RunRecord other =
        with(
            new RunSpec(
                spec.target(),
                spec.draft(),
                spec.device(),
                spec.threads(),
                spec.draftTokens(),
                Sampling.greedy(0),
                spec.prompts(),
                64,
                spec.repeats(),
                EndOfSequence.IGNORE),
            FIRST.samples());

    assertThat(Comparison.of(List.of(FIRST, other)).mismatches())
        .containsExactly(
            new Comparison.Mismatch(
                1,
                List.of(
                    new SetUpDifference(SetUpPart.LENGTH, SetUpDifference.Kind.OTHER),
                    new SetUpDifference(SetUpPart.SAMPLING, SetUpDifference.Kind.OTHER))));
    assertThat(TEXT.reasonsAgainst(Comparison.of(List.of(FIRST, other)), 1))
        .containsExactly(
            "other length (64 new tokens, not up to 128 new tokens)",
            "other sampling (greedy, not temperature 0.5, top-k 40, top-p 0.95)");
  }

  @Test
  void otherPromptsUnderTheSameNameStandAgainstComparing() {
    List<PairSample> samples =
        FIRST.samples().stream()
            .map(
                sample ->
                    new PairSample(
                        new PairPlan(
                            sample.plan().index(),
                            new Prompt(sample.plan().prompt().id(), "code", "another text"),
                            sample.plan().length(),
                            sample.plan().repeat(),
                            sample.plan().first()),
                        sample.promptTokens(),
                        sample.baseline(),
                        sample.speculative(),
                        sample.comparison()))
            .toList();
    RunRecord other = with(SampleRuns.spec(), samples);

    assertThat(TEXT.reasonsAgainst(Comparison.of(List.of(FIRST, other)), 1))
        .containsExactly("other prompts under the same name");
  }

  @Test
  void promptsThatAreNotKnownAreNotTheSame() {
    RunRecord reported = SampleRuns.reported();

    assertThat(TEXT.reasonsAgainst(Comparison.of(List.of(reported, reported)), 1))
        .containsExactly(
            "prompts not known of either run",
            "length not known of either run",
            "sampling not known of either run");
  }

  @Test
  void whatIsNotKnownOfTheFirstRunStandsAgainstComparing() {
    assertThat(TEXT.reasonsAgainst(Comparison.of(List.of(SampleRuns.reported(), FIRST)), 1))
        .containsExactly(
            "prompts not known of the first run",
            "length not known of the first run",
            "sampling not known of the first run");
  }

  @Test
  void nothingCannotBeCompared() {
    assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(List.of()));
  }

  private static RunRecord with(RunSpec spec, List<PairSample> samples) {
    return new RunRecord(
        new RunOrigin(
            "b",
            FIRST.createdAt(),
            FIRST.provenance(),
            spec,
            FIRST.target(),
            FIRST.draft(),
            FIRST.environment(),
            Optional.empty()),
        Remarks.named("B"),
        FIRST.results(),
        samples,
        TokenDetails.NONE);
  }
}
