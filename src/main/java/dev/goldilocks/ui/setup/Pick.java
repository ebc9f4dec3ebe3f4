package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.checkpoint.Checkpoint;

/** What a picker offers for a role in a pair. */
public sealed interface Pick {

  /** A model on a disk. */
  record Model(Checkpoint checkpoint) implements Pick {}

  /** Drafting without a model; only the draft's picker offers it. */
  record Lookup(PromptLookup lookup) implements Pick {}
}
