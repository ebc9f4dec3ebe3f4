package dev.goldilocks.runs;

/** What belongs to a run's set-up, in the order in which it is told. */
public enum SetUpPart {
  TARGET,
  DRAFT,
  DEVICE,
  /** K, or the policy that chooses it. */
  DRAFT_TOKENS,
  PROMPTS,
  /** How many new tokens, and whether a text may end before. */
  LENGTH,
  REPEATS,
  SAMPLING,
  /** The processor. */
  MACHINE,
  /** Goldilocks and libtorch. */
  SOFTWARE,
  DATE,
  /** Where the figures come from. */
  FIGURES
}
