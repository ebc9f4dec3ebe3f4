package dev.goldilocks.decode;

import java.util.List;
import java.util.Set;

/**
 * A causal language model with a KV cache, at the grain of whole steps: each method is one call
 * into the model program, whatever the number of tokens. Positions {@code 0 .. length()-1} are
 * cached. Not safe for use by two threads at once.
 */
public interface LanguageModel extends AutoCloseable {

  /** Number of token ids; ids are {@code 0 .. vocabularySize()-1}. */
  int vocabularySize();

  /** Most positions the cache can hold. */
  int contextLength();

  /** Positions that are cached now. */
  int length();

  /**
   * Forgets every position from {@code length} on.
   *
   * @param length 0 to {@link #length()}
   */
  void rollBack(int length);

  /**
   * Empties the cache, reads a prompt into it and chooses the token after it.
   *
   * @param prompt at least one id
   * @return the first new token; it is not cached yet
   * @throws dev.goldilocks.problem.ProblemException when the logits after the prompt are not
   *     numbers, as damaged weights make them
   */
  int prefill(int[] prompt, TokenChoice choice);

  /**
   * Plain decoding: reads {@code token}, chooses the next, reads that, and so on, all in one call.
   *
   * @param token the newest token, not cached yet
   * @param count number of tokens to choose, at least 1
   * @param stopIds ids after which the call ends early; the stopping id is returned too
   * @return 1 to {@code count} new tokens; the last of them is not cached yet
   */
  int[] extend(int token, int count, TokenChoice choice, Set<Integer> stopIds);

  /**
   * Drafts: reads {@code pending}, then chooses and reads token after token, all in one call. Every
   * drafted token but the last is cached afterwards.
   *
   * @param pending tokens not cached yet, 1 or more, the newest last
   * @param count number of tokens to draft, at least 1; most of them where {@code stopping} may end
   *     it
   * @param stopping when to end before; by survival, its confidences are the probabilities that
   *     this model gives its own tokens
   * @return the drafted tokens, with the probabilities they were drawn from when sampled, kept
   *     where the model runs
   */
  Proposal draft(int[] pending, int count, StoppingRule stopping, TokenChoice choice);

  /**
   * Checks a proposal in one pass over {@code K + 1} positions and decides in the same call how
   * much of it stands: greedy keeps the longest prefix that equals the arg max; sampled is the
   * rejection rule of Leviathan et al. 2023 (arXiv 2211.17192, algorithm 1), which keeps this
   * model's distribution. Afterwards the token {@code last} and the accepted tokens are cached, no
   * others.
   *
   * @param last the newest token, not cached yet
   * @param proposal K drafted tokens, from this or another model with the same vocabulary
   */
  Verification verify(int last, Proposal proposal, TokenChoice choice);

  /**
   * The logits after every one of {@code tokens}, which are read into the cache. For tests and for
   * reports on near ties; not part of a timed path.
   *
   * @param tokens tokens not cached yet, at least 1
   * @return {@code tokens.length} rows of {@link #vocabularySize()} logits
   */
  float[][] logits(int[] tokens);

  /**
   * Reads a prompt and a text that is already written (teacher forcing) and tells how probable
   * tokens were in the place of each token of the text. In blocks, so that no more than a few
   * megabytes of logits are alive however long the text and large the vocabulary. For reports; not
   * part of a timed path. Afterwards everything but the text's last token is cached.
   *
   * @param prompt at least one id
   * @param text the tokens after it, at least one
   * @param candidates a row for each token of the text: the ids asked about in its place, at least
   *     one, the same number in every row
   * @param sampling what the probabilities are taken after: temperature, top-k and top-p; greedy
   *     decoding has the plain softmax of the logits
   * @return one element for each token of the text
   */
  List<TokenProbabilities> probabilities(
      int[] prompt, int[] text, int[][] candidates, Sampling sampling);

  @Override
  void close();
}
