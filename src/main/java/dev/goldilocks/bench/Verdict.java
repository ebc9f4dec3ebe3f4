package dev.goldilocks.bench;

import java.util.List;
import java.util.Optional;

/**
 * What a run says at one K: which side is faster, what counts most for it, and what would change
 * it. {@link VerdictRules} reaches it.
 *
 * @param evidence what it was reached from
 * @param outcome which side is faster
 * @param cause what holds the speedup back most; empty when it cannot be known
 * @param withoutCause the speedup predicted if that cause were gone; NaN when there is no
 *     prediction
 * @param flip what would change the outcome
 * @param supposition what the speedup would mean if weights alone counted; only where the cost of a
 *     round is not known and the models are
 * @param missing what would have to be measured to know more, in order of weight
 */
public record Verdict(
    Evidence evidence,
    Interpretation outcome,
    Optional<Cause> cause,
    double withoutCause,
    Flip flip,
    Optional<Supposition> supposition,
    List<Missing> missing) {

  public Verdict {
    missing = List.copyOf(missing);
  }

  /**
   * What would change the outcome, all else as it is. Undefined figures are NaN.
   *
   * @param breakEvenAlpha acceptance probability from which speculation pays; NaN also when it does
   *     not pay though every token were accepted
   * @param largestDraftStep c up to which it pays; NaN also when not even a free draft pays
   * @param better the K that is worth a try; empty when none is
   */
  public record Flip(
      double breakEvenAlpha, double largestDraftStep, Optional<BetterDraftTokens> better) {}

  /**
   * A K that the run did not measure, and that is predicted to be faster than this one was measured
   * and than it is predicted to be.
   *
   * @param draftTokens that K
   * @param predicted the speedup predicted there
   * @param predictedHere the speedup predicted at the K of this verdict by the same rules
   */
  public record BetterDraftTokens(int draftTokens, double predicted, double predictedHere) {}

  /**
   * Both models do nothing but read their weights, and verification is free.
   *
   * @param draftStep c by the bytes of the weights
   * @param alpha the acceptance probability that the speedup would then mean; NaN when none
   *     explains it
   * @param breakEvenAlpha the one from which speculation would then pay; NaN when none
   */
  public record Supposition(double draftStep, double alpha, double breakEvenAlpha) {}

  /** A figure without which a question stays open. */
  public enum Missing {
    /** A machine that was left alone. */
    QUIET_MACHINE,
    /** The spread of the speedup over enough prompts. */
    INTERVAL,
    /** K. */
    DRAFT_TOKENS,
    /** How many of the drafted tokens were accepted. */
    ACCEPTANCE,
    /** A round that had room to draft K tokens. */
    FULL_ROUNDS,
    /** Where the time of a round went. */
    LEDGER,
    /** The machine's memory bandwidth and peak arithmetic. */
    CEILINGS
  }
}
