package dev.goldilocks.bench;

/** What a model does in a pair. */
public enum Role {
  TARGET,
  DRAFT
}
