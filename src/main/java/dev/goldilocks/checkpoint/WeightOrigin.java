package dev.goldilocks.checkpoint;

/** How the weights of a checkpoint came to be. */
public enum WeightOrigin {
  /** Trained, as far as is known: its {@code config.json} says nothing else. */
  TRAINED,
  /** Drawn at random by {@link RandomCheckpoint}: its text, and what is accepted, mean nothing. */
  RANDOM
}
