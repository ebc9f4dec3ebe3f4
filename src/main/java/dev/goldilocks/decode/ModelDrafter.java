package dev.goldilocks.decode;

/**
 * Drafts with a second, smaller model that follows the target's text in a cache of its own. Closing
 * it closes the model.
 */
public final class ModelDrafter implements Drafter {

  private final LanguageModel draft;
  private TokenChoice choice = new TokenChoice.Greedy();

  /** Settled tokens that the draft has not read: one, or two after a round accepted whole. */
  private int[] pending = {};

  /** Tokens of prompt and text that were settled when the last proposal was made. */
  private int settled;

  public ModelDrafter(LanguageModel draft) {
    this.draft = draft;
  }

  @Override
  public int contextLength() {
    return draft.contextLength();
  }

  @Override
  public void begin(int[] prompt, int first, TokenChoice choice) {
    this.choice = choice;
    draft.prefill(prompt, choice);
    pending = new int[] {first};
  }

  @Override
  public Proposal propose(int count, StoppingRule stopping) {
    settled = draft.length() + pending.length;
    return draft.draft(pending, count, stopping, choice);
  }

  @Override
  public void settle(Verification verification) {
    if (verification.accepted() == verification.drafted().size()) {
      // The last drafted token stands, and the draft chose it without reading it.
      pending = new int[] {verification.drafted().getLast(), verification.next()};
    } else {
      draft.rollBack(settled + verification.accepted());
      pending = new int[] {verification.next()};
    }
  }

  @Override
  public void close() {
    draft.close();
  }
}
