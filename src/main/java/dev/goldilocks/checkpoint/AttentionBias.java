package dev.goldilocks.checkpoint;

/** Which attention projections carry a bias. */
public enum AttentionBias {
  NONE,
  /** Query, key and value, as in Qwen2. */
  QUERY_KEY_VALUE,
  /** Query, key, value and output, as in Llama with {@code attention_bias}. */
  ALL
}
