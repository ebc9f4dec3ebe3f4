package dev.goldilocks.bench;

/** Why a run failed. */
public enum FailureKind {
  /** The request or a file it names is wrong: exit code 2. */
  REQUEST,
  /** The engine failed: exit code 1. */
  ENGINE
}
