package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CategoryFiguresTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(1_000, 1);

  @Test
  void eachCategoryHasItsOwnFiguresAtEachK() {
    List<PairSample> samples =
        List.of(
            pair(0, "a", "prose", 4, 2_000_000_000L, 1_000_000_000L),
            pair(1, "b", "code", 4, 4_000_000_000L, 1_000_000_000L),
            pair(2, "b", "code", 2, 1_000_000_000L, 1_000_000_000L),
            pair(3, "c", "code", 4, 1_000_000_000L, 1_000_000_000L));

    List<CategoryFigures> figures = CategoryFigures.of(samples, 64, BOOTSTRAP);

    // 10 tokens after the first on each side of each pair.
    assertThat(figures)
        .extracting(
            CategoryFigures::category,
            CategoryFigures::prompts,
            each -> each.figures().draftTokens(),
            each -> each.figures().speedup().value(),
            each -> each.figures().baseline().decodeTokensPerSecond(),
            each -> each.figures().speculative().decodeTokensPerSecond())
        .containsExactly(
            tuple("prose", 1, OptionalInt.of(4), 2.0, 5.0, 10.0),
            tuple("code", 1, OptionalInt.of(2), 1.0, 10.0, 10.0),
            tuple("code", 2, OptionalInt.of(4), 2.0, 4.0, 10.0));
  }

  @Test
  void acceptanceIsThatOfTheCategoryAlone() {
    List<PairSample> samples =
        List.of(
            sample(0, "a", "prose", Samples.side(Samples.round(4, 0, 1, 1_000))),
            sample(1, "b", "code", Samples.side(Samples.round(4, 4, 5, 1_000))));

    List<CategoryFigures> figures = CategoryFigures.of(samples, 64, BOOTSTRAP);

    assertThat(figures).extracting(each -> each.figures().acceptanceRate()).containsExactly(0., 1.);
    assertThat(figures)
        .extracting(each -> each.figures().meanAcceptanceLength())
        .containsExactly(1., 5.);
  }

  @Test
  void theIntervalIsOverTheCategorysPrompts() {
    List<PairSample> samples = new ArrayList<>();
    for (int prompt = 0; prompt < 8; prompt++) {
      samples.add(pair(prompt, "p" + prompt, "code", 4, 1_000 + prompt, 1_000));
    }
    samples.add(pair(8, "q", "prose", 4, 1_000, 1_000));

    List<CategoryFigures> figures = CategoryFigures.of(samples, 64, BOOTSTRAP);

    assertThat(figures.getFirst().figures())
        .isEqualTo(
            Figures.result(new DraftLength.Fixed(4), samples.subList(0, 8), 64, 0, BOOTSTRAP));
    assertThat(figures.getFirst().figures().speedup().low()).isFinite();
    assertThat(figures.getLast().figures().speedup())
        .isEqualTo(new Interval(1, Double.NaN, Double.NaN, 1));
  }

  @Test
  void aReportHasNone() {
    RunRecord report =
        new RunRecord(
            new RunOrigin(
                "r",
                Instant.EPOCH,
                Provenance.REPORTED,
                new ReportedConditions(
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty()),
                Samples.TARGET,
                Samples.DRAFT,
                Samples.ENVIRONMENT,
                Optional.empty()),
            Remarks.named("r"),
            List.of(),
            List.of(),
            TokenDetails.NONE);

    assertThat(CategoryFigures.of(report)).isEmpty();
  }

  private static PairSample pair(
      int index, String prompt, String category, int draftTokens, long baseline, long speculative) {
    return new PairSample(
        new PairPlan(index, new Prompt(prompt, category, "text"), draftTokens, 0, Side.BASELINE),
        10,
        Samples.plain(10, baseline),
        Samples.side(Samples.round(0, 0, 10, speculative)),
        new TextComparison.Identical());
  }

  private static PairSample sample(
      int index, String prompt, String category, SideSample speculative) {
    return new PairSample(
        new PairPlan(index, new Prompt(prompt, category, "text"), 4, 0, Side.BASELINE),
        10,
        Samples.plain(10, 1_000),
        speculative,
        new TextComparison.Identical());
  }
}
