package dev.goldilocks.engine;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Proposal;
import dev.goldilocks.decode.ProposedTokens;
import dev.goldilocks.decode.StoppingRule;
import dev.goldilocks.decode.TokenChoice;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of call into a loaded model, timed at several lengths that take turns, so that a
 * disturbance does not fall on one of them.
 */
final class PassSeries {

  /** Positions cached before a call. */
  private static final int CONTEXT = 64;

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();
  private static final int SOME_TOKEN = 1;

  /** A call of a length. */
  private interface Call {
    void make(LanguageModel model, int length);
  }

  private final LanguageModel model;
  private final List<Integer> lengths;
  private final Call call;
  private final Map<Integer, long[]> nanos = new LinkedHashMap<>();
  private int turns;

  private PassSeries(LanguageModel model, List<Integer> lengths, int mostTurns, Call call) {
    this.model = model;
    this.lengths = lengths;
    this.call = call;
    lengths.forEach(length -> nanos.put(length, new long[mostTurns]));
    model.prefill(new int[CONTEXT], GREEDY);
  }

  /**
   * The target's passes as decoding makes them: one token is plain decoding, {@code n} tokens are
   * the check of {@code n - 1} drafted ones.
   */
  static PassSeries ofTarget(LanguageModel model, List<Integer> lengths, int mostTurns) {
    return new PassSeries(model, lengths, mostTurns, PassSeries::pass);
  }

  /** The draft's calls, each of which drafts as many tokens as its length says. */
  static PassSeries ofDraft(LanguageModel model, List<Integer> lengths, int mostTurns) {
    return new PassSeries(model, lengths, mostTurns, PassSeries::draft);
  }

  /** Positions that such calls need. */
  static int room(List<Integer> lengths) {
    return CONTEXT + Collections.max(lengths) + 1;
  }

  /** Makes a call of each length without keeping its time. */
  void warmUp() {
    lengths.forEach(this::time);
  }

  /** Times a call of each length. */
  void takeTurn() {
    for (int length : lengths) {
      nanos.get(length)[turns] = time(length);
    }
    turns++;
  }

  /** Turns taken. */
  int turns() {
    return turns;
  }

  /** The median time of each length over the turns, of which there must be one. */
  Map<Integer, Long> medianNanos() {
    Map<Integer, Long> medians = new LinkedHashMap<>();
    nanos.forEach((length, times) -> medians.put(length, median(Arrays.copyOf(times, turns))));
    return medians;
  }

  /**
   * The middle half of the times of a length, from the shortest to the longest, over their median:
   * the interquartile range, which a few late calls do not move.
   */
  double spread(int length) {
    long[] times = Arrays.copyOf(nanos.get(length), turns);
    Arrays.sort(times);
    long middleHalf = times[times.length * 3 / 4] - times[times.length / 4];
    return middleHalf / (double) times[times.length / 2];
  }

  private static long median(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private long time(int length) {
    long start = System.nanoTime();
    call.make(model, length);
    long taken = System.nanoTime() - start;
    model.rollBack(CONTEXT);
    return taken;
  }

  private static void pass(LanguageModel model, int tokens) {
    if (tokens == 1) {
      model.extend(SOME_TOKEN, 1, GREEDY, Set.of());
    } else {
      ProposedTokens proposal = new ProposedTokens(Collections.nCopies(tokens - 1, SOME_TOKEN));
      model.verify(SOME_TOKEN, proposal, GREEDY);
    }
  }

  private static void draft(LanguageModel model, int tokens) {
    try (Proposal _ =
        model.draft(new int[] {SOME_TOKEN}, tokens, new StoppingRule.AtCount(), GREEDY)) {
      // Drafted; what it says is of no interest.
    }
  }
}
