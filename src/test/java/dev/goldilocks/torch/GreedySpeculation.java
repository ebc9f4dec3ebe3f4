package dev.goldilocks.torch;

import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Proposal;
import dev.goldilocks.decode.ProposedTokens;
import dev.goldilocks.decode.StoppingRule;
import dev.goldilocks.decode.TokenChoice;
import dev.goldilocks.decode.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A bare loop of rounds over the model port, with whatever proposes. */
final class GreedySpeculation {

  static final TokenChoice GREEDY = new TokenChoice.Greedy();

  /** Proposes after the tokens written so far, the prompt left out. */
  interface Proposer {
    Proposal propose(List<Integer> written, int count);
  }

  private GreedySpeculation() {}

  /** Rounds of {@code count} drafted tokens until {@code tokens} are written. */
  static List<Integer> write(
      LanguageModel target, Proposer proposer, int[] prompt, int tokens, int count) {
    List<Integer> written = new ArrayList<>();
    written.add(target.prefill(prompt, GREEDY));
    while (written.size() < tokens) {
      try (Proposal proposal = proposer.propose(written, count)) {
        Verification verification = target.verify(written.getLast(), proposal, GREEDY);
        written.addAll(verification.drafted().subList(0, verification.accepted()));
        written.add(verification.next());
      }
    }
    return written.subList(0, tokens);
  }

  /** Drafts with a model, which keeps its cache as far as it agrees with what was written. */
  static Proposer drafting(LanguageModel draft, int[] prompt) {
    return (written, count) -> {
      if (written.size() == 1) {
        draft.prefill(prompt, GREEDY);
      }
      int settled = prompt.length + written.size() - 1;
      draft.rollBack(Math.min(draft.length(), settled));
      int pending = settled + 1 - draft.length();
      int[] newest =
          written.subList(written.size() - pending, written.size()).stream()
              .mapToInt(Integer::intValue)
              .toArray();
      return draft.draft(newest, count, new StoppingRule.AtCount(), GREEDY);
    };
  }

  /** Proposes what the text will be, each id shifted by {@code shift}. */
  static Proposer foreseeing(int[] text, int vocabularySize, int shift) {
    return (written, count) ->
        new ProposedTokens(
            IntStream.range(written.size(), written.size() + count)
                .map(i -> i < text.length ? text[i] : 0)
                .map(id -> (id + shift) % vocabularySize)
                .boxed()
                .toList());
  }
}
