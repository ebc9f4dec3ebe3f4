package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ResampledFiguresTest {

  private static final DraftLength LENGTH = new DraftLength.Fixed(2);
  private static final int MAX_NEW_TOKENS = 64;
  private static final long SEED = 3;

  /** Whole runs of resampled prompts, their figures worked out as those of any run. */
  @Test
  void anIntervalIsTheSpreadOfTheFiguresOfResampledRuns() {
    int resamples = 400;
    List<List<PairSample>> prompts = prompts(12);
    FigureIntervals intervals =
        Figures.result(LENGTH, flat(prompts), MAX_NEW_TOKENS, 0, new Bootstrap(resamples, SEED))
            .intervals();

    List<RunResult> runs = resampledRuns(prompts, resamples);
    assertSpread(intervals.acceptanceRate(), runs, RunResult::acceptanceRate);
    assertSpread(intervals.meanAcceptanceLength(), runs, RunResult::meanAcceptanceLength);
    assertSpread(intervals.alpha(), runs, RunResult::alpha);
    assertThat(intervals.acceptanceByPosition()).hasSize(2);
    assertSpread(intervals.acceptanceAt(0), runs, run -> run.acceptanceByPosition().get(0));
    assertSpread(intervals.acceptanceAt(1), runs, run -> run.acceptanceByPosition().get(1));
    assertSpread(
        intervals.baseline().decodeTokensPerSecond(),
        runs,
        run -> run.baseline().decodeTokensPerSecond());
    assertSpread(
        intervals.speculative().decodeTokensPerSecond(),
        runs,
        run -> run.speculative().decodeTokensPerSecond());
    assertSpread(
        intervals.baseline().timeToFirstTokenMs(),
        runs,
        run -> run.baseline().timeToFirstTokenMs());
    assertSpread(
        intervals.speculative().timeToFirstTokenMs(),
        runs,
        run -> run.speculative().timeToFirstTokenMs());
  }

  @Test
  void underEightPromptsThereIsNoInterval() {
    assertThat(intervals(prompts(7))).isEqualTo(FigureIntervals.NONE);
  }

  @Test
  void thePairsOfASinglePromptAreResampled() {
    List<PairSample> pairs = prompts(12).stream().map(List::getFirst).toList();
    List<PairSample> ofOne =
        IntStream.range(0, pairs.size())
            .mapToObj(i -> with(Samples.plan(i, "the only one", 2), pairs.get(i)))
            .toList();

    assertThat(intervals(List.of(ofOne)).baseline().decodeTokensPerSecond())
        .isEqualTo(
            intervals(pairs.stream().map(List::of).toList()).baseline().decodeTokensPerSecond());
  }

  @Test
  void repeatsOfAPromptAreNoNewFacts() {
    List<List<PairSample>> once = prompts(12).stream().map(pairs -> pairs.subList(0, 1)).toList();
    List<List<PairSample>> often =
        once.stream().map(pairs -> Collections.nCopies(5, pairs.getFirst())).toList();

    Ends narrow = intervals(once).acceptanceRate();
    assertThat(intervals(often).acceptanceRate().low()).isCloseTo(narrow.low(), within(1e-12));
    assertThat(intervals(often).acceptanceRate().high()).isCloseTo(narrow.high(), within(1e-12));
  }

  @Test
  void promptsThatSayNothingOfAFigureDoNotCount() {
    // Nine prompts, but of two only the prefill was measured: seven have a rate.
    List<List<PairSample>> prompts = new ArrayList<>(prompts(7));
    for (int i = 7; i < 9; i++) {
      prompts.add(
          List.of(
              new PairSample(
                  Samples.plan(i, "short " + i, 2),
                  10,
                  new SideSample(new Generation(List.of(7), 5_000_000, List.of()), ""),
                  new SideSample(new Generation(List.of(7), 6_000_000, List.of()), ""),
                  new TextComparison.Identical())));
    }

    FigureIntervals intervals = intervals(prompts);
    assertThat(intervals.baseline().decodeTokensPerSecond()).isEqualTo(Ends.NONE);
    assertThat(intervals.acceptanceRate()).isEqualTo(Ends.NONE);
    assertThat(intervals.baseline().timeToFirstTokenMs().areKnown()).isTrue();
  }

  private static FigureIntervals intervals(List<List<PairSample>> prompts) {
    return Figures.result(LENGTH, flat(prompts), MAX_NEW_TOKENS, 0, new Bootstrap(1_000, SEED))
        .intervals();
  }

  private static void assertSpread(
      Ends interval, List<RunResult> runs, ToDoubleFunction<RunResult> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    double tail = Bootstrap.expandedTail(12);
    Offset<Double> rounding = within(1e-9);
    assertThat(interval.low()).isCloseTo(quantile(sorted, tail), rounding);
    assertThat(interval.high()).isCloseTo(quantile(sorted, 1 - tail), rounding);
    assertThat(interval.low()).isLessThan(interval.high());
  }

  /** Hyndman and Fan's eighth definition, which is median-unbiased. */
  private static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length + 1.0 / 3) + 1.0 / 3;
    int below = (int) position;
    double share = position - below;
    return sorted[below - 1] + share * (sorted[below] - sorted[below - 1]);
  }

  private static List<RunResult> resampledRuns(List<List<PairSample>> prompts, int resamples) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<RunResult> runs = new ArrayList<>();
    for (int i = 0; i < resamples; i++) {
      List<List<PairSample>> drawn = new ArrayList<>();
      for (int draw = 0; draw < prompts.size(); draw++) {
        drawn.add(prompts.get(random.nextInt(prompts.size())));
      }
      runs.add(Figures.result(LENGTH, flat(drawn), MAX_NEW_TOKENS, 0, new Bootstrap(100, 0)));
    }
    return runs;
  }

  private static List<PairSample> flat(List<List<PairSample>> prompts) {
    return prompts.stream().flatMap(List::stream).toList();
  }

  /** Each with one to three pairs, rounds and times of its own. */
  private static List<List<PairSample>> prompts(int count) {
    SplittableRandom random = new SplittableRandom(11);
    List<List<PairSample>> prompts = new ArrayList<>();
    int index = 0;
    for (int prompt = 0; prompt < count; prompt++) {
      List<PairSample> pairs = new ArrayList<>();
      for (int repeat = 0; repeat <= prompt % 3; repeat++) {
        pairs.add(
            new PairSample(
                Samples.plan(index++, "p" + prompt, 2),
                10,
                plain(5 + random.nextInt(20), random),
                rounds(3 + random.nextInt(6), random),
                new TextComparison.Identical()));
      }
      prompts.add(pairs);
    }
    return prompts;
  }

  private static SideSample plain(int tokens, SplittableRandom random) {
    return timed(random, new Step.Plain(Collections.nCopies(tokens, 7), random.nextInt(1_000_000)));
  }

  private static SideSample rounds(int count, SplittableRandom random) {
    Step[] rounds = new Step[count];
    Arrays.setAll(
        rounds,
        _ -> {
          int accepted = random.nextInt(3);
          return Samples.round(2, accepted, accepted + 1, 4L * random.nextInt(1, 1_000_000));
        });
    return timed(random, rounds);
  }

  private static SideSample timed(SplittableRandom random, Step... steps) {
    int tokens = List.of(steps).stream().mapToInt(step -> step.emitted().size()).sum();
    return new SideSample(
        new Generation(
            Collections.nCopies(tokens + 1, 7), random.nextInt(1_000_000), List.of(steps)),
        "");
  }

  private static PairSample with(PairPlan plan, PairSample pair) {
    return new PairSample(
        plan, pair.promptTokens(), pair.baseline(), pair.speculative(), pair.comparison());
  }
}
