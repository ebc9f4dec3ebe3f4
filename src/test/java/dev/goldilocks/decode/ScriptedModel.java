package dev.goldilocks.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A language model in plain Java that keeps every promise of {@link LanguageModel}: a {@link Law}
 * for its logits, and the tokens themselves for a cache. It breaks off where a caller leaves its
 * side of the contract, and writes down each call.
 */
public final class ScriptedModel implements LanguageModel {

  /** How a sampled proposal is judged; all but the first are wrong on purpose. */
  public enum Acceptance {
    /** Leviathan et al. 2023, algorithm 1. */
    REJECTION_SAMPLING,
    /** Draws the correction from the target instead of from what the draft left over. */
    CORRECTION_FROM_TARGET,
    /** Takes whatever was drafted. */
    EVERYTHING
  }

  private final Law law;
  private final int vocabularySize;
  private final int contextLength;
  private final Acceptance acceptance;
  private final List<Integer> cache = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private Optional<ScriptedModel> leader = Optional.empty();
  private LongConsumer clock = nanos -> {};
  private long nanosPerCall;
  private OptionalLong acceptanceNanos = OptionalLong.empty();
  private boolean leavesOutUnsureTokens;

  public ScriptedModel(Law law) {
    this(law, 1_024, Acceptance.REJECTION_SAMPLING);
  }

  public ScriptedModel(Law law, int contextLength, Acceptance acceptance) {
    this.law = law;
    this.vocabularySize = law.logits(List.of(0)).length;
    this.contextLength = contextLength;
    this.acceptance = acceptance;
  }

  /**
   * From now on this model breaks off when it drafts after anything else than what {@code target}
   * has cached and the target's newest token.
   */
  public ScriptedModel following(ScriptedModel target) {
    leader = Optional.of(target);
    return this;
  }

  /** From now on each call moves the clock. */
  public ScriptedModel taking(long nanos, ManualClock manual) {
    nanosPerCall = nanos;
    clock = manual::advance;
    return this;
  }

  /** From now on each verification says that its acceptance took this long. */
  public ScriptedModel timingItsAcceptanceAs(long nanos) {
    acceptanceNanos = OptionalLong.of(nanos);
    return this;
  }

  /** From now on a draft that stops early lacks its last token, which is wrong. */
  public ScriptedModel leavingOutUnsureTokens() {
    leavesOutUnsureTokens = true;
    return this;
  }

  /** Every call so far with its lengths, for example {@code draft 1+4}. */
  public List<String> calls() {
    return Collections.unmodifiableList(calls);
  }

  @Override
  public int vocabularySize() {
    return vocabularySize;
  }

  @Override
  public int contextLength() {
    return contextLength;
  }

  @Override
  public int length() {
    return cache.size();
  }

  @Override
  public void rollBack(int length) {
    called("rollBack " + length);
    require(length >= 0 && length <= cache.size(), "rolls back to " + length);
    cache.subList(length, cache.size()).clear();
  }

  @Override
  public int prefill(int[] prompt, TokenChoice choice) {
    called("prefill " + prompt.length);
    require(prompt.length > 0, "empty prompt");
    cache.clear();
    for (int id : prompt) {
      read(id);
    }
    return choose(choice).id;
  }

  @Override
  public int[] extend(int token, int count, TokenChoice choice, Set<Integer> stopIds) {
    called("extend " + count);
    require(count > 0, "extends by " + count);
    IntStream.Builder chosen = IntStream.builder();
    int newest = token;
    for (int i = 0; i < count; i++) {
      read(newest);
      newest = choose(choice).id;
      chosen.add(newest);
      if (stopIds.contains(newest)) {
        break;
      }
    }
    return chosen.build().toArray();
  }

  @Override
  public Proposal draft(int[] pending, int count, StoppingRule stopping, TokenChoice choice) {
    called("draft " + pending.length + "+" + count + called(stopping));
    require(pending.length > 0 && count > 0, "drafts " + count + " after " + pending.length);
    for (int id : pending) {
      read(id);
    }
    require(
        leader.isEmpty() || leader.get().cache.equals(cache.subList(0, cache.size() - 1)),
        "is out of step with the target");
    List<Choice> drafted = new ArrayList<>();
    List<Double> confidences = new ArrayList<>();
    double survival = 1;
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        read(drafted.getLast().id);
      }
      Choice chosen = choose(choice);
      drafted.add(chosen);
      if (stopping instanceof StoppingRule.BySurvival rule) {
        confidences.add(probability(chosen.id, choice));
        survival *= rule.acceptance(i, confidences.getLast());
        if (!rule.goesOn(i + 1, survival)) {
          if (leavesOutUnsureTokens && drafted.size() > 1) {
            drafted.removeLast();
            confidences.removeLast();
          }
          break;
        }
      }
    }
    return new Drafted(drafted, confidences);
  }

  @Override
  public Verification verify(int last, Proposal proposal, TokenChoice choice) {
    called("verify " + proposal.count());
    require(proposal.count() > 0, "verifies nothing");
    List<Choice> drafted =
        switch (proposal) {
          case Drafted own -> own.choices;
          case ProposedTokens certain ->
              certain.tokens().stream().map(id -> new Choice(id, point(id))).toList();
          default -> throw new IllegalArgumentException(proposal.getClass().getName());
        };
    List<Integer> ids = drafted.stream().map(drawn -> drawn.id).toList();
    read(last);
    for (int i = 0; i < drafted.size(); i++) {
      Choice own = choose(choice);
      int correction =
          switch (choice) {
            case TokenChoice.Greedy _ -> own.id == ids.get(i) ? -1 : own.id;
            case TokenChoice.Sampled sampled -> judge(own, drafted.get(i), sampled.uniforms());
          };
      if (correction >= 0) {
        return new Verification(ids, i, correction, acceptanceNanos);
      }
      read(ids.get(i));
    }
    return new Verification(ids, ids.size(), choose(choice).id, acceptanceNanos);
  }

  /** The correction, or -1 when the drafted token stands. */
  private int judge(Choice own, Choice drafted, RandomGenerator uniforms) {
    double[] p = own.probabilities;
    double[] q = drafted.probabilities;
    if (acceptance == Acceptance.EVERYTHING
        || uniforms.nextDouble() < p[drafted.id] / q[drafted.id]) {
      return -1;
    }
    if (acceptance == Acceptance.CORRECTION_FROM_TARGET) {
      return draw(p, uniforms);
    }
    double[] left =
        IntStream.range(0, p.length).mapToDouble(id -> Math.max(0, p[id] - q[id])).toArray();
    double mass = Arrays.stream(left).sum();
    return draw(Arrays.stream(left).map(weight -> weight / mass).toArray(), uniforms);
  }

  @Override
  public float[][] logits(int[] tokens) {
    called("logits " + tokens.length);
    float[][] rows = new float[tokens.length][];
    for (int i = 0; i < tokens.length; i++) {
      read(tokens[i]);
      rows[i] = law.logits(cache);
    }
    return rows;
  }

  @Override
  public List<TokenProbabilities> probabilities(
      int[] prompt, int[] text, int[][] candidates, Sampling sampling) {
    called("probabilities " + text.length);
    require(candidates.length == text.length, "is asked about " + candidates.length + " places");
    Sampling after = sampling.isGreedy() ? new Sampling(1, 0, 1, 0) : sampling;
    cache.clear();
    for (int id : prompt) {
      read(id);
    }
    List<TokenProbabilities> all = new ArrayList<>();
    for (int i = 0; i < text.length; i++) {
      float[] logits = law.logits(cache);
      double[] ofIds = probabilities(logits, after);
      int best = best(logits);
      all.add(
          new TokenProbabilities(
              Arrays.stream(candidates[i]).mapToObj(id -> ofIds[id]).toList(), best, ofIds[best]));
      if (i < text.length - 1) {
        read(text[i]);
      }
    }
    return all;
  }

  @Override
  public void close() {}

  /** The id of the highest logit, of equals the lowest. */
  static int best(float[] logits) {
    int best = 0;
    for (int id = 1; id < logits.length; id++) {
      if (logits[id] > logits[best]) {
        best = id;
      }
    }
    return best;
  }

  /** What temperature, top-k and top-p leave of a distribution. */
  public static double[] probabilities(float[] logits, Sampling sampling) {
    List<Integer> byLogit =
        IntStream.range(0, logits.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer id) -> -logits[id]))
            .toList();
    int candidates = sampling.topK() == 0 ? logits.length : sampling.topK();
    double[] weights = new double[logits.length];
    for (int id : byLogit.subList(0, candidates)) {
      weights[id] = Math.exp(logits[id] / sampling.temperature());
    }
    double all = Arrays.stream(weights).sum();
    double kept = 0;
    for (int id : byLogit) {
      if (kept >= sampling.topP() * all) {
        weights[id] = 0;
      }
      kept += weights[id];
    }
    double mass = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / mass).toArray();
  }

  private Choice choose(TokenChoice choice) {
    float[] logits = law.logits(cache);
    return switch (choice) {
      case TokenChoice.Greedy _ -> new Choice(best(logits), point(best(logits)));
      case TokenChoice.Sampled sampled -> {
        double[] probabilities = probabilities(logits, sampled.sampling());
        yield new Choice(draw(probabilities, sampled.uniforms()), probabilities);
      }
    };
  }

  /** Of the token after what is cached. */
  private double probability(int id, TokenChoice choice) {
    Sampling sampling =
        switch (choice) {
          case TokenChoice.Greedy _ -> new Sampling(1, 0, 1, 0);
          case TokenChoice.Sampled sampled -> sampled.sampling();
        };
    return probabilities(law.logits(cache), sampling)[id];
  }

  private static int draw(double[] probabilities, RandomGenerator uniforms) {
    double left = uniforms.nextDouble();
    int drawn = 0;
    for (int id = 0; id < probabilities.length && left >= 0; id++) {
      if (probabilities[id] > 0) {
        drawn = id;
        left -= probabilities[id];
      }
    }
    return drawn;
  }

  private double[] point(int id) {
    double[] probabilities = new double[vocabularySize];
    probabilities[id] = 1;
    return probabilities;
  }

  private static String called(StoppingRule stopping) {
    return switch (stopping) {
      case StoppingRule.AtCount _ -> "";
      case StoppingRule.BySurvival _ -> " while likely";
    };
  }

  private void called(String call) {
    calls.add(call);
    clock.accept(nanosPerCall);
  }

  private void read(int id) {
    require(id >= 0 && id < vocabularySize, "has no token " + id);
    require(cache.size() < contextLength, "is full");
    cache.add(id);
  }

  private void require(boolean kept, String breach) {
    if (!kept) {
      throw new IllegalStateException("Model " + breach + ", cached " + cache + ": " + calls);
    }
  }

  /** A token and the distribution that it was drawn from. */
  private static final class Choice {
    final int id;
    final double[] probabilities;

    Choice(int id, double[] probabilities) {
      this.id = id;
      this.probabilities = probabilities;
    }
  }

  private record Drafted(List<Choice> choices, List<Double> confidences) implements Proposal {
    @Override
    public int count() {
      return choices.size();
    }

    @Override
    public void close() {}
  }
}
