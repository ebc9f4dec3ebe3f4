package dev.goldilocks.bench;

/** Where the time of a round goes; see {@link dev.goldilocks.decode.RoundTime}. */
public enum LedgerPart {
  /** In the drafter, its own choice of tokens included. */
  DRAFT,
  /** In the target's pass over the drafted tokens. */
  VERIFY,
  /** Sampling and acceptance: from the target's logits to the decision. */
  ACCEPTANCE,
  /** Bookkeeping on the host between the calls. */
  HOST,
  /** What no clock reading covers. */
  RESIDUAL
}
