package dev.goldilocks.bench;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Proposal;
import dev.goldilocks.decode.ProposedTokens;
import dev.goldilocks.decode.RoundCosts;
import dev.goldilocks.decode.StoppingRule;
import dev.goldilocks.decode.TokenChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Calls the models with every length that will be timed, and keeps the times. The first calls at a
 * new length are slow: libtorch's executor still watches and compiles, and kernels are chosen for
 * each shape.
 */
final class WarmUp {

  /** Calls at each length: the executor profiles the first, compiles in the second. */
  private static final int CALLS = 3;

  /** A prompt is read in a pass of its own length; two are affordable where three are not. */
  private static final int PREFILLS = 2;

  private final LoadedPair models;
  private final RunSpec spec;
  private final int tokensPerBaselineCall;
  private final RoundCosts costs;
  private final Supplier<TokenChoice> choices;

  /**
   * @param costs learns what rounds take; the last of each length, when the executor is done
   * @param choices a way of choosing tokens, new for every use
   */
  WarmUp(
      LoadedPair models,
      RunSpec spec,
      int tokensPerBaselineCall,
      RoundCosts costs,
      Supplier<TokenChoice> choices) {
    this.models = models;
    this.spec = spec;
    this.tokensPerBaselineCall = tokensPerBaselineCall;
    this.costs = costs;
    this.choices = choices;
  }

  /**
   * One task for each length.
   *
   * @param prompts the ids of every prompt, at least one
   */
  List<Runnable> tasks(Collection<int[]> prompts) {
    TreeMap<Integer, int[]> byLength = new TreeMap<>(Comparator.reverseOrder());
    prompts.forEach(prompt -> byLength.put(prompt.length, prompt));
    List<Runnable> tasks = new ArrayList<>();
    byLength.values().forEach(prompt -> tasks.add(() -> readPrompt(prompt)));
    int[] shortest = byLength.lastEntry().getValue();
    for (int count : baselineCalls()) {
      tasks.add(() -> extend(shortest, count));
    }
    switch (models.second()) {
      case SecondSide.DraftModel(LanguageModel draft) ->
          IntStream.rangeClosed(1, longestDraft())
              .forEach(
                  count -> {
                    tasks.add(() -> round(draft, shortest, 1, count, new StoppingRule.AtCount()));
                    tasks.add(() -> round(draft, shortest, 2, count, new StoppingRule.AtCount()));
                    if (count <= longestConfidentDraft()) {
                      StoppingRule stopping = StoppingRule.BySurvival.toTheEnd(count);
                      tasks.add(() -> round(draft, shortest, 1, count, stopping));
                      tasks.add(() -> round(draft, shortest, 2, count, stopping));
                    }
                  });
      case SecondSide.LookedUp _ ->
          IntStream.rangeClosed(1, longestDraft())
              .forEach(count -> tasks.add(() -> check(shortest, count)));
      case SecondSide.Baseline _ -> {}
    }
    return tasks;
  }

  private void readPrompt(int[] prompt) {
    for (int i = 0; i < PREFILLS; i++) {
      models.target().prefill(prompt, choices.get());
      switch (models.second()) {
        case SecondSide.DraftModel(LanguageModel draft) -> draft.prefill(prompt, choices.get());
        case SecondSide.LookedUp _, SecondSide.Baseline _ -> {}
      }
    }
  }

  private void extend(int[] prompt, int count) {
    LanguageModel target = models.target();
    TokenChoice choice = choices.get();
    int first = target.prefill(prompt, choice);
    for (int i = 0; i < CALLS; i++) {
      target.extend(first, count, choice, Set.of());
      target.rollBack(prompt.length);
    }
  }

  private void round(
      LanguageModel draft, int[] prompt, int pending, int count, StoppingRule stopping) {
    LanguageModel target = models.target();
    TokenChoice choice = choices.get();
    int first = target.prefill(prompt, choice);
    draft.prefill(prompt, choice);
    int[] unread = new int[pending];
    Arrays.fill(unread, first);
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      try (Proposal proposal = draft.draft(unread, count, stopping, choice)) {
        target.verify(first, proposal, choice);
      }
      long nanos = System.nanoTime() - start;
      target.rollBack(prompt.length);
      draft.rollBack(prompt.length);
      if (i == CALLS - 1) {
        keep(count, nanos, stopping);
      }
    }
  }

  /** Who chooses by costs has its drafts tell their confidences, which costs something too. */
  private void keep(int count, long nanos, StoppingRule stopping) {
    switch (stopping) {
      case StoppingRule.AtCount _ -> {}
      case StoppingRule.BySurvival _ -> costs.warmed(count, nanos);
    }
  }

  private void check(int[] prompt, int count) {
    LanguageModel target = models.target();
    TokenChoice choice = choices.get();
    int first = target.prefill(prompt, choice);
    ProposedTokens proposal = new ProposedTokens(Collections.nCopies(count, first));
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      target.verify(first, proposal, choice);
      long nanos = System.nanoTime() - start;
      target.rollBack(prompt.length);
      if (i == CALLS - 1) {
        costs.warmed(count, nanos);
      }
    }
  }

  /** A whole call, the rest of a text, and the one token that a round without a draft writes. */
  private Set<Integer> baselineCalls() {
    int afterFirst = spec.maxNewTokens() - 1;
    Set<Integer> counts = new TreeSet<>(Set.of(1));
    counts.add(Math.min(tokensPerBaselineCall, afterFirst));
    int rest = afterFirst % tokensPerBaselineCall;
    if (rest > 0) {
      counts.add(rest);
    }
    return counts;
  }

  /** With the first token written and one of the target's own to come, this many can be drafted. */
  private int longestDraft() {
    return Math.min(spec.lengths().most(), spec.maxNewTokens() - 2);
  }

  /** Most tokens that a policy drafts which may stop by confidence; 0 when there is none. */
  private int longestConfidentDraft() {
    return spec.lengths().values().stream()
        .filter(WarmUp::stopsByConfidence)
        .mapToInt(DraftLength::most)
        .max()
        .orElse(0);
  }

  private static boolean stopsByConfidence(DraftLength length) {
    return switch (length) {
      case DraftLength.Fixed _, DraftLength.Heuristic _ -> false;
      case DraftLength.Confident _, DraftLength.Predicted _ -> true;
    };
  }
}
