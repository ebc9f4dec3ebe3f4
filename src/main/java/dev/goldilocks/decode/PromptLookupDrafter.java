package dev.goldilocks.decode;

import java.util.Arrays;
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

  /** Prompt and text, and room for more: looking through boxed ids would take longer by far. */
  private int[] ids = {};

  private int length;

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
    ids = Arrays.copyOf(prompt, 2 * prompt.length + 1);
    length = prompt.length;
    add(first);
  }

  /** What followed the earliest place with the longest match; no token when there is no place. */
  @Override
  public Proposal propose(int count, StoppingRule stopping) {
    int most =
        switch (stopping) {
          case StoppingRule.AtCount _ -> count;
          case StoppingRule.BySurvival rule -> rule.countWhenCertain(count);
        };
    for (int match = Math.min(longestMatch, length - 1); match >= 1; match--) {
      int ending = length - match;
      for (int start = 0; start < ending; start++) {
        if (Arrays.equals(ids, start, start + match, ids, ending, length)) {
          int from = start + match;
          return new ProposedTokens(
              Arrays.stream(ids, from, Math.min(from + most, length)).boxed().toList());
        }
      }
    }
    return new ProposedTokens(List.of());
  }

  @Override
  public void settle(Verification verification) {
    verification.drafted().subList(0, verification.accepted()).forEach(this::add);
    add(verification.next());
  }

  private void add(int id) {
    if (length == ids.length) {
      ids = Arrays.copyOf(ids, 2 * length);
    }
    ids[length] = id;
    length++;
  }

  @Override
  public void close() {}
}
