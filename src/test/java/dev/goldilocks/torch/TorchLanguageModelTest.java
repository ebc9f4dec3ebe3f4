package dev.goldilocks.torch;

import static dev.goldilocks.torch.GreedySpeculation.GREEDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goldilocks.decode.Decoder;
import dev.goldilocks.decode.Drafter;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Limits;
import dev.goldilocks.decode.ModelDrafter;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Proposal;
import dev.goldilocks.decode.ProposedTokens;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.SpeculativeDecoder;
import dev.goldilocks.decode.Step;
import dev.goldilocks.decode.StoppingRule;
import dev.goldilocks.decode.TokenChoice;
import dev.goldilocks.decode.TokenProbabilities;
import dev.goldilocks.decode.Verification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every step does to the cache, and what it refuses. */
class TorchLanguageModelTest {

  private static final Fixture FIXTURE = Fixture.of("llama3");
  private static final int[] PROMPT = FIXTURE.prompt();
  private static final int[] IDS = FIXTURE.greedyIds();

  @Test
  void givesTheSameLogitsAfterARollBackAsWithoutTheForgottenTokens() {
    int[] rest = {IDS[0], IDS[1], IDS[2]};
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      model.prefill(PROMPT, GREEDY);
      float[][] fresh = model.logits(rest);
      model.prefill(PROMPT, GREEDY);
      model.extend(7, 20, GREEDY, Set.of());
      model.rollBack(PROMPT.length);

      assertThat(model.logits(rest)).isDeepEqualTo(fresh);
    }
  }

  @Test
  void forgetsRejectedTokens() {
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      model.prefill(PROMPT, GREEDY);
      float[][] fresh = model.logits(new int[] {IDS[0], IDS[1]});
      model.prefill(PROMPT, GREEDY);
      model.verify(IDS[0], new ProposedTokens(List.of(3, 3, 3, 3)), GREEDY);

      assertThat(model.logits(new int[] {IDS[1]})[0])
          .containsExactly(fresh[1], Offset.offset(1e-4f));
    }
  }

  @Test
  void writesTheSameInOneCallAsInMany() {
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      int first = model.prefill(PROMPT, GREEDY);
      int[] inOne = model.extend(first, 12, GREEDY, Set.of());
      model.prefill(PROMPT, GREEDY);
      int[] inMany = new int[12];
      int newest = first;
      for (int i = 0; i < inMany.length; i++) {
        newest = model.extend(newest, 1, GREEDY, Set.of())[0];
        inMany[i] = newest;
      }

      assertThat(inMany).isEqualTo(inOne);
    }
  }

  @Test
  void endsACallAtAStopIdAndReturnsIt() {
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      int first = model.prefill(PROMPT, GREEDY);
      int[] written = model.extend(first, 12, GREEDY, Set.of(IDS[4], 999));

      assertThat(written).containsExactly(IDS[1], IDS[2], IDS[3], IDS[4]);
      assertThat(model.length()).isEqualTo(PROMPT.length + 4);
    }
  }

  @Test
  void cachesEveryDraftedTokenButTheLast() {
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      model.prefill(PROMPT, GREEDY);
      try (Proposal proposal =
          model.draft(new int[] {IDS[0], IDS[1]}, 3, new StoppingRule.AtCount(), GREEDY)) {
        assertThat(proposal.count()).isEqualTo(3);
      }
      assertThat(model.length()).isEqualTo(PROMPT.length + 4);

      model.rollBack(PROMPT.length + 3);
      assertThat(model.extend(IDS[3], 1, GREEDY, Set.of())).containsExactly(IDS[4]);
    }
  }

  /** The threshold lies between two of the probabilities that the draft gave its tokens. */
  @Test
  void stopsDraftingAfterTheFirstTokenUnderTheThreshold() {
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      List<Double> probabilities = new ArrayList<>();
      model.prefill(PROMPT, GREEDY);
      for (int i = 0; i < 8; i++) {
        float[] logits = model.logits(new int[] {IDS[i]})[0];
        probabilities.add(
            Distribution.of(logits, new Sampling(1, 0, 1, 0)).get(Rows.argMax(logits)));
      }
      double least = Collections.min(probabilities.subList(0, 7));
      int count = probabilities.indexOf(least) + 1;
      model.rollBack(PROMPT.length);

      try (Proposal all = model.draft(new int[] {IDS[0]}, 8, under(least * 0.999), GREEDY)) {
        int expected = (int) probabilities.stream().takeWhile(p -> p >= least * 0.999).count();
        assertThat(all.count()).isEqualTo(Math.min(8, expected + 1));
      }
      model.rollBack(PROMPT.length);
      try (Proposal stopped = model.draft(new int[] {IDS[0]}, 8, under(least * 1.001), GREEDY)) {
        assertThat(stopped.count()).isEqualTo(count);
        assertThat(stopped.confidences())
            .usingElementComparator(Comparator.comparingLong(p -> Math.round(p * 1e5)))
            .isEqualTo(probabilities.subList(0, count));
        assertThat(model.length()).isEqualTo(PROMPT.length + count);
        model.rollBack(PROMPT.length);
        assertThat(model.verify(IDS[0], stopped, GREEDY).drafted())
            .isEqualTo(Arrays.stream(IDS, 1, count + 1).boxed().toList());
      }
    }
  }

  /** Every token has the acceptance .9 of its place, but the third, of all confidences, .5. */
  @Test
  void stopsDraftingWhenTheProductOfTheTableFallsUnderTheFloor() {
    double[] table = {.9, .9, .9, .9, .5, .5, .9, .9, .9, .9, .9, .9, .9, .9, .9, .9};
    // The products are .9, .81, .405, .3645, .32805.
    double[] floors = {0, 0.8, 0.4, 0.36, 0.33, 0, 0, 0};
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      model.prefill(PROMPT, GREEDY);
      StoppingRule rule = new StoppingRule.BySurvival(new double[] {0.5}, table, floors);
      try (Proposal stopped = model.draft(new int[] {IDS[0]}, 8, rule, GREEDY)) {
        assertThat(stopped.count()).isEqualTo(5);
      }
    }
  }

  private static StoppingRule under(double threshold) {
    return StoppingRule.BySurvival.confidence(threshold, 8);
  }

  @Test
  void readsALongPromptInSeveralPassesAsInOne() {
    int[] prompt = IntStream.range(0, 700).map(i -> i * 37 % 300).toArray();
    try (LanguageModel model = FIXTURE.load(Precision.F32, 512)) {
      int[] fitting = Arrays.copyOf(prompt, 500);
      float[] last = model.logits(fitting)[499];
      model.rollBack(0);

      assertThat(model.prefill(fitting, GREEDY)).isEqualTo(Rows.argMax(last));
      assertThat(model.length()).isEqualTo(500);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.prefill(prompt, GREEDY))
          .withMessage("700 more positions after 0 do not fit a context of 512");
    }
  }

  @ParameterizedTest
  @EnumSource
  void fixesSampledTextByTheSeed(Precision precision) {
    try (LanguageModel model = FIXTURE.load(precision)) {
      List<int[]> texts = LongStream.of(7, 7, 8).mapToObj(seed -> sampled(model, seed)).toList();

      assertThat(texts.get(1)).isEqualTo(texts.get(0));
      assertThat(texts.get(2)).isNotEqualTo(texts.get(0));
    }
  }

  private static int[] sampled(LanguageModel model, long seed) {
    TokenChoice choice =
        new TokenChoice.Sampled(new Sampling(1.2, 50, 0.95, seed), new SplittableRandom(seed));
    int first = model.prefill(PROMPT, choice);
    return model.extend(first, 16, choice, Set.of());
  }

  /** Or int8 texts would differ between plain and speculative decoding. */
  @ParameterizedTest
  @EnumSource
  void computesTheSameForATokenWhateverIsReadBesideIt(Precision precision) {
    try (LanguageModel model = FIXTURE.load(precision)) {
      model.prefill(PROMPT, GREEDY);
      float[][] together = model.logits(Arrays.copyOf(IDS, 10));
      model.prefill(PROMPT, GREEDY);

      for (int i = 0; i < together.length; i++) {
        assertThat(Rows.relativeError(model.logits(new int[] {IDS[i]})[0], together[i]))
            .as("token %d", i)
            .isLessThan(1e-4);
      }
    }
  }

  @Test
  void timesItsDecisionApartFromItsPass() {
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      model.prefill(PROMPT, GREEDY);
      TokenChoice drawn =
          new TokenChoice.Sampled(new Sampling(1, 0, 0.9, 3), new SplittableRandom(3));
      for (TokenChoice choice : List.of(GREEDY, drawn)) {
        long start = System.nanoTime();
        Verification verification =
            model.verify(IDS[0], new ProposedTokens(List.of(IDS[1], IDS[2])), choice);
        long callNanos = System.nanoTime() - start;

        assertThat(verification.acceptanceNanos().orElseThrow()).isPositive().isLessThan(callNanos);
      }
    }
  }

  /** The best of several texts counts: another process may have the processor meanwhile. */
  @Test
  void theTimeOfATextIsFoundAgainInTheNamedPartsOfItsRounds() {
    try (LanguageModel target = FIXTURE.load(Precision.F32);
        Drafter drafter = new ModelDrafter(FIXTURE.load(Precision.F32))) {
      Decoder decoder = new SpeculativeDecoder(target, drafter, 4);

      assertThat(IntStream.range(0, 12).mapToDouble(i -> shareNamed(decoder)).max().orElseThrow())
          .isBetween(0.99, 1.0);
    }
  }

  /** Share of the wall time after the first token that the parts of the ledger account for. */
  private static double shareNamed(Decoder decoder) {
    long start = System.nanoTime();
    Generation text = decoder.decode(PROMPT, new Limits(60, Set.of()), GREEDY, step -> {});
    long afterFirst = System.nanoTime() - start - text.prefillNanos();
    long named =
        text.steps().stream()
            .map(step -> ((Step.Round) step).time())
            .mapToLong(time -> time.totalNanos() - time.residualNanos())
            .sum();
    return (double) named / afterFirst;
  }

  /** A text of 80 is read in two blocks; the reference is the softmax of logits read in one. */
  @Test
  void tellsHowProbableTokensWereInAWrittenText() {
    int[] text = IntStream.range(0, 80).map(i -> i * 53 % 320).toArray();
    int[][] asked =
        Arrays.stream(text).mapToObj(id -> new int[] {id, 319 - id}).toArray(int[][]::new);
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      model.prefill(PROMPT, GREEDY);
      model.rollBack(PROMPT.length - 1);
      int[] before = new int[80];
      before[0] = PROMPT[PROMPT.length - 1];
      System.arraycopy(text, 0, before, 1, 79);
      float[][] logits = model.logits(before);

      List<TokenProbabilities> told = model.probabilities(PROMPT, text, asked, Sampling.greedy(0));

      assertThat(model.length()).isEqualTo(PROMPT.length + 79);
      for (int i = 0; i < 80; i++) {
        double[] expected = softmax(logits[i], 1);
        int best = Rows.argMax(logits[i]);
        assertThat(told.get(i).best()).isEqualTo(best);
        assertThat(told.get(i).ofBest()).isCloseTo(expected[best], Offset.offset(1e-5));
        assertThat(told.get(i).ofCandidates().get(0))
            .isCloseTo(expected[text[i]], Offset.offset(1e-5));
        assertThat(told.get(i).ofCandidates().get(1))
            .isCloseTo(expected[319 - text[i]], Offset.offset(1e-5));
      }
    }
  }

  @Test
  void takesProbabilitiesAfterWhatSamplingLeaves() {
    int[] prompt = {PROMPT[0]};
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      float[] logits = model.logits(prompt)[0];
      int best = Rows.argMax(logits);
      int other = best == 5 ? 6 : 5;

      TokenProbabilities told =
          model
              .probabilities(
                  prompt, new int[] {best}, new int[][] {{best, other}}, new Sampling(0.5, 1, 1, 0))
              .getFirst();
      TokenProbabilities warmer =
          model
              .probabilities(
                  prompt, new int[] {best}, new int[][] {{other}}, new Sampling(2, 0, 1, 0))
              .getFirst();

      assertThat(told).isEqualTo(new TokenProbabilities(List.of(1.0, 0.0), best, 1));
      assertThat(warmer.ofCandidates().getFirst())
          .isCloseTo(softmax(logits, 2)[other], Offset.offset(1e-6));
    }
  }

  private static double[] softmax(float[] logits, double temperature) {
    double[] weights =
        IntStream.range(0, logits.length)
            .mapToDouble(id -> Math.exp(logits[id] / temperature))
            .toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  @Test
  void refusesWhatCannotBe() {
    try (LanguageModel model = FIXTURE.load(Precision.F32)) {
      model.prefill(PROMPT, GREEDY);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.rollBack(18))
          .withMessage("cannot roll back to 18 from 17 positions");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.extend(320, 1, GREEDY, Set.of()))
          .withMessage("token 320 of 320");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.logits(new int[0]))
          .withMessage("no tokens");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.extend(1, 0, GREEDY, Set.of()))
          .withMessage("count 0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.extend(1, 112, GREEDY, Set.of()))
          .withMessage("112 more positions after 17 do not fit a context of 128");
    }
  }
}
