package dev.goldilocks.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Drafts without a model: looks for an earlier place in prompt and text that ends like the text
 * ends now, and proposes what followed there (prompt lookup decoding, Saxena 2023). Places are
 * sought as the transformers library's {@code PromptLookupCandidateGenerator} does: the longest
 * ending first, and of several places the earliest. The proposals have no probabilities; each token
 * is certain to its drafter.
 */
public final class PromptLookupDrafter implements Drafter {

  private final int longestMatch;
  private final List<Integer> ids = new ArrayList<>();

  /**
   * @param longestMatch most tokens of the text's end that are looked for, at least 1
   */
  public PromptLookupDrafter(int longestMatch) {
    if (longestMatch < 1) {
      throw new IllegalArgumentException("longestMatch " + longestMatch);
    }
    this.longestMatch = longestMatch;
  }

  @Override
  public int contextLength() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void begin(int[] prompt, int first, TokenChoice choice) {
    ids.clear();
    for (int id : prompt) {
      ids.add(id);
    }
    ids.add(first);
  }

  /** What followed the earliest place with the longest match; no token when there is no place. */
  @Override
  public Proposal propose(int count, double confidence) {
    for (int length = Math.min(longestMatch, ids.size() - 1); length >= 1; length--) {
      List<Integer> ending = ids.subList(ids.size() - length, ids.size());
      for (int start = 0; start + length < ids.size(); start++) {
        if (ids.subList(start, start + length).equals(ending)) {
          int from = start + length;
          return new ProposedTokens(ids.subList(from, Math.min(from + count, ids.size())));
        }
      }
    }
    return new ProposedTokens(List.of());
  }

  @Override
  public void settle(Verification verification) {
    ids.addAll(verification.drafted().subList(0, verification.accepted()));
    ids.add(verification.next());
  }

  @Override
  public void close() {}
}
