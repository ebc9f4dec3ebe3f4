package dev.goldilocks.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.StepSpread;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SampleRuns;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunFilterTest {

  /** GoldilocksCoder int8 with a bf16 draft on the CPU, K = 2 and 4. */
  private static final RunSummary RUN =
      RunSummary.of(SampleRuns.measured().withTags(List.of("quiet")).withNote("Night run"));

  private static final RunWords WORDS = new RunWords(new Texts(Locale.ROOT));

  static Stream<Arguments> filters() {
    RunFilter all = RunFilter.ALL;
    return Stream.of(
        Arguments.of(all, true),
        Arguments.of(text("bundled"), true),
        Arguments.of(text("NIGHT quiet"), true),
        Arguments.of(text("night loud"), false),
        Arguments.of(only(all, "GoldilocksCoder-0.7M", 4), true),
        Arguments.of(only(all, "GoldilocksCoder-0.7M", 8), false),
        Arguments.of(only(all, "gemma-2-27b-it", 4), false),
        Arguments.of(tagged("quiet", "int8 + bf16", "cpu, 2 threads"), true),
        Arguments.of(tagged("loud", "int8 + bf16", "cpu, 2 threads"), false),
        Arguments.of(tagged("quiet", "int8", "cpu, 2 threads"), false),
        Arguments.of(tagged("quiet", "int8 + bf16", "cpu, 8 threads"), false));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void aRunIsWantedWhenItHasAllThatIsAskedFor(RunFilter filter, boolean isWanted) {
    assertThat(filter.accepts(RunRow.of(RUN), WORDS)).isEqualTo(isWanted);
  }

  @Test
  void aReportThatDoesNotSayItsKIsNotAmongThoseOfAnyK() {
    RunSummary reported = RunSummary.of(SampleRuns.reported());
    assertThat(RunFilter.ALL.accepts(RunRow.of(reported), WORDS)).isTrue();
    assertThat(only(RunFilter.ALL, "gemma-2-27b-it", 64).accepts(RunRow.of(reported), WORDS))
        .isFalse();
  }

  @Test
  void aDisturbedRunIsFoundByThatWordAndAQuietOneIsNot() {
    assertThat(text("disturbed").accepts(RunRow.of(with(new StepSpread(0.9, 1.4))), WORDS))
        .isTrue();
    assertThat(text("disturbed").accepts(RunRow.of(with(new StepSpread(0.9, 1.3))), WORDS))
        .isFalse();
  }

  private static RunSummary with(StepSpread steps) {
    return new RunSummary(RUN.origin(), RUN.remarks(), RUN.prompts(), steps, RUN.results());
  }

  @Test
  void promptLookupHasNoPrecisionOfItsOwn() {
    assertThat(RunFilter.precision(RunSummary.of(SampleRuns.withPromptLookup()))).isEqualTo("int8");
  }

  private static RunFilter text(String words) {
    return new RunFilter(
        words,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RunFilter only(RunFilter filter, String model, int draftTokens) {
    return new RunFilter(
        filter.text(),
        Optional.of(model),
        filter.device(),
        filter.precision(),
        Optional.of(new DraftLength.Fixed(draftTokens)),
        filter.tag());
  }

  private static RunFilter tagged(String tag, String precision, String device) {
    return new RunFilter(
        "",
        Optional.empty(),
        Optional.of(device),
        Optional.of(precision),
        Optional.empty(),
        Optional.of(tag));
  }
}
