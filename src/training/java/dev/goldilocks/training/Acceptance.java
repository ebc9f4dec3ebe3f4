package dev.goldilocks.training;

/**
 * What greedy speculative decoding would accept, pooled over prompts.
 *
 * <p>Under greedy decoding the output is the target's own, so a drafted token is accepted exactly
 * where the draft's first choice after the output so far is the output's next token. One pass of
 * the draft over the finished output therefore tells every round for every number of draft tokens.
 *
 * @param drafted tokens that the draft proposed
 * @param accepted those that the target chose too
 * @param rounds rounds of one draft phase and one target pass
 * @param emitted tokens that came out, the target's own after each round included
 */
record Acceptance(long drafted, long accepted, long rounds, long emitted) {
  static final Acceptance NONE = new Acceptance(0, 0, 0, 0);

  /**
   * Plays the rounds of one output.
   *
   * @param agrees for each token after the first, whether the draft chose it; the first token comes
   *     out of the prefill and is not drafted
   * @param draftTokens tokens drafted a round; the last round drafts no further than the output
   */
  static Acceptance of(boolean[] agrees, int draftTokens) {
    Acceptance sum = NONE;
    int position = 0;
    while (position < agrees.length) {
      int drafted = Math.min(draftTokens, agrees.length - position - 1);
      int accepted = 0;
      while (accepted < drafted && agrees[position + accepted]) {
        accepted++;
      }
      sum = sum.plus(new Acceptance(drafted, accepted, 1, accepted + 1));
      position += accepted + 1;
    }
    return sum;
  }

  Acceptance plus(Acceptance other) {
    return new Acceptance(
        drafted + other.drafted,
        accepted + other.accepted,
        rounds + other.rounds,
        emitted + other.emitted);
  }

  /** Accepted over drafted. */
  double rate() {
    return (double) accepted / drafted;
  }

  /** Emitted over rounds. */
  double meanLength() {
    return (double) emitted / rounds;
  }
}
