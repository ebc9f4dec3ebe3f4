package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunRecordTest {

  @Test
  void whatThisProgramWasAskedIsNeverReported() {
    assertThatIllegalArgumentException().isThrownBy(() -> run(Provenance.REPORTED));
  }

  @Test
  void tagsAreCleanedAndEverythingElseStays() {
    RunRecord run = run(Provenance.MEASURED);

    RunRecord tagged = run.withTags(List.of(" quiet ", "", "quiet", "int8"));

    assertThat(tagged.tags()).containsExactly("quiet", "int8");
    assertThat(tagged.withTags(List.of())).isEqualTo(run);
  }

  @Test
  void aRunCanBeRenamedAndRemarkedOn() {
    RunRecord run = run(Provenance.MEASURED);

    RunRecord changed = run.withName("fan off").withNote("First try.");

    assertThat(changed.name()).isEqualTo("fan off");
    assertThat(changed.note()).isEqualTo("First try.");
    assertThat(changed.withName(run.name()).withNote("")).isEqualTo(run);
  }

  private static RunRecord run(Provenance provenance) {
    return new RunRecord(
        new RunOrigin(
            "r-1",
            Instant.parse("2026-11-23T10:00:00Z"),
            provenance,
            Samples.spec(List.of(4), 64),
            Samples.TARGET,
            Samples.DRAFT,
            Samples.ENVIRONMENT,
            Optional.empty()),
        Remarks.named("a run"),
        List.of(),
        List.of(),
        TokenDetails.NONE);
  }
}
