package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Proposal;
import dev.goldilocks.decode.ProposedTokens;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.StoppingRule;
import dev.goldilocks.decode.TokenChoice;
import dev.goldilocks.decode.Verification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sampled output has the target's own distribution, whatever proposes. The first two tokens after a
 * fixed one are drawn a few thousand times and their joint counts compared with the distribution
 * computed from f32 logits in {@link Distribution}. The seeds are fixed, so a result does not
 * change from run to run. Drafts are drawn at another temperature than the target's: close enough
 * that many tokens are accepted, far enough that a wrong rule shows.
 */
class SampledSpeculationTest {

  private static final ModelSource SOURCE = ModelSource.with(Kernels.PACKED);
  private static final Fixture FIXTURE = Fixture.of("llama");
  private static final int LAST = 200;
  private static final int DRAWS = 2000;
  private static final double ACCEPTABLE = 1e-3;
  private static final double BROKEN = 1e-6;

  private static LanguageModel target;
  private static LanguageModel draft;

  @BeforeAll
  static void load() {
    Libtorch.start(1);
    target = load(SOURCE);
    draft = load(SOURCE);
  }

  @AfterAll
  static void close() {
    target.close();
    draft.close();
  }

  private static LanguageModel load(ModelSource source) {
    return new ModelLoader(source, ModelLoader.BLOCK_BYTES)
        .load(FIXTURE.checkpoint(), Precision.F32, 64);
  }

  /** Proposes K tokens after the prompt, {@link #LAST} and {@code written}. */
  private interface Proposer {
    Proposal propose(List<Integer> written);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 0, 1, 2", "1.2, 5, 1, 1", "2, 0, 0.8, 3", "3, 20, 0.9, 2"})
  void speculativeTextHasTheTargetsDistribution(
      double temperature, int topK, double topP, int count) {
    Sampling sampling = new Sampling(temperature, topK, topP, 0);

    assertThat(pValue(target, sampling, drafting(count))).isBetween(ACCEPTABLE, 1.0);
  }

  /** Whether a second token is drafted depends on the draft's probability of the first. */
  @ParameterizedTest
  @CsvSource({"0.02", "0.05"})
  void aDraftThatStopsWhereItIsUnsureKeepsTheTargetsDistribution(double confidence) {
    Sampling sampling = new Sampling(1.5, 0, 1, 0);
    List<Integer> counts = new ArrayList<>();
    Proposer drafting = drafting(2, StoppingRule.BySurvival.confidence(confidence, 2));

    double p =
        pValue(
            target,
            sampling,
            written -> {
              Proposal proposal = drafting.propose(written);
              counts.add(proposal.count());
              return proposal;
            });

    assertThat(p).isBetween(ACCEPTABLE, 1.0);
    assertThat(counts).contains(1, 2);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 0, 1", "3, 20, 0.9"})
  void proposalsWithoutProbabilitiesKeepTheTargetsDistribution(
      double temperature, int topK, double topP) {
    Sampling sampling = new Sampling(temperature, topK, topP, 0);
    int likely = Rows.argMax(logitsAfter(target, List.of()));

    assertThat(pValue(target, sampling, written -> new ProposedTokens(List.of(likely, 9))))
        .isBetween(ACCEPTABLE, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 0, 1", "1.2, 5, 1", "2, 0, 0.8", "3, 20, 0.9"})
  void plainTextHasTheTargetsDistribution(double temperature, int topK, double topP) {
    Sampling sampling = new Sampling(temperature, topK, topP, 0);
    TokenChoice choice = new TokenChoice.Sampled(sampling, new SplittableRandom(5));
    Map<List<Integer>, Integer> counts = new HashMap<>();
    target.prefill(FIXTURE.prompt(), new TokenChoice.Greedy());
    for (int draw = 0; draw < DRAWS; draw++) {
      target.rollBack(FIXTURE.prompt().length);
      int[] written = target.extend(LAST, 2, choice, Set.of());
      counts.merge(List.of(written[0], written[1]), 1, Integer::sum);
    }

    assertThat(ChiSquare.pValue(expected(sampling), counts)).isBetween(ACCEPTABLE, 1.0);
  }

  @Test
  void theTestSeesARuleThatAcceptsEverything() {
    ModelSource broken =
        patched(
            "torch.lt(torch.mul(torch.slice(u, 0, 0, n), q_drafted), p_drafted)",
            "torch.ge(p_drafted, 0.)");

    assertThat(pValueWith(broken)).isLessThan(BROKEN);
  }

  @Test
  void theTestSeesARuleThatDrawsCorrectionsFromTheWholeDistribution() {
    ModelSource broken = patched("torch.clamp_min(torch.sub(weights, q[accepted]), 0.)", "weights");

    assertThat(pValueWith(broken)).isLessThan(BROKEN);
  }

  @Test
  void theTestSeesARuleThatUsesTheDraftsProbabilitiesOfAnotherPosition() {
    ModelSource broken =
        patched("q_drafted = torch.gather(q,", "q_drafted = torch.gather(q.flip(0),");

    assertThat(pValueWith(broken)).isLessThan(BROKEN);
  }

  private static double pValueWith(ModelSource source) {
    try (LanguageModel broken = load(source)) {
      return pValue(broken, new Sampling(1.5, 0, 1, 0), drafting(2));
    }
  }

  private static ModelSource patched(String rule, String replacement) {
    return PatchedSource.of(Kernels.PACKED, rule, replacement);
  }

  /** Drafts {@code count} tokens with a flatter distribution than any target's here. */
  private static Proposer drafting(int count) {
    return drafting(count, new StoppingRule.AtCount());
  }

  private static Proposer drafting(int count, StoppingRule stopping) {
    TokenChoice choice =
        new TokenChoice.Sampled(new Sampling(3, 100, 1, 0), new SplittableRandom(3));
    return written -> {
      draft.rollBack(FIXTURE.prompt().length);
      List<Integer> pending = new ArrayList<>(List.of(LAST));
      pending.addAll(written);
      return draft.draft(
          pending.stream().mapToInt(Integer::intValue).toArray(), count, stopping, choice);
    };
  }

  private static double pValue(LanguageModel model, Sampling sampling, Proposer proposer) {
    TokenChoice choice = new TokenChoice.Sampled(sampling, new SplittableRandom(1));
    TokenChoice greedy = new TokenChoice.Greedy();
    model.prefill(FIXTURE.prompt(), greedy);
    draft.prefill(FIXTURE.prompt(), greedy);
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      model.rollBack(FIXTURE.prompt().length);
      List<Integer> written = new ArrayList<>();
      while (written.size() < 2) {
        int last = written.isEmpty() ? LAST : written.getLast();
        try (Proposal proposal = proposer.propose(written)) {
          Verification verification = model.verify(last, proposal, choice);
          written.addAll(verification.drafted().subList(0, verification.accepted()));
          written.add(verification.next());
        }
      }
      counts.merge(List.copyOf(written.subList(0, 2)), 1, Integer::sum);
    }
    return ChiSquare.pValue(expected(sampling), counts);
  }

  /** The target's distribution of the two tokens after the prompt and {@link #LAST}. */
  private static Map<List<Integer>, Double> expected(Sampling sampling) {
    Map<List<Integer>, Double> joint = new HashMap<>();
    Distribution.of(logitsAfter(target, List.of()), sampling)
        .forEach(
            (first, p) ->
                Distribution.of(logitsAfter(target, List.of(first)), sampling)
                    .forEach((second, q) -> joint.put(List.of(first, second), p * q)));
    return joint;
  }

  private static float[] logitsAfter(LanguageModel model, List<Integer> written) {
    int[] prompt = FIXTURE.prompt();
    int[] ids = Arrays.copyOf(prompt, prompt.length + 1 + written.size());
    ids[prompt.length] = LAST;
    for (int i = 0; i < written.size(); i++) {
      ids[prompt.length + 1 + i] = written.get(i);
    }
    model.rollBack(0);
    float[][] logits = model.logits(ids);
    return logits[logits.length - 1];
  }
}
