package dev.goldilocks.checkpoint;

/** Whether the output embedding is a tensor of its own. */
public enum Embeddings {
  TIED,
  SEPARATE
}
