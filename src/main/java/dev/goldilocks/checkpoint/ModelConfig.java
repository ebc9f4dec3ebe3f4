package dev.goldilocks.checkpoint;

/**
 * The shape of a decoder, from {@code config.json}.
 *
 * @param architecture family
 * @param hiddenSize width of the residual stream
 * @param intermediateSize width of the feed-forward layer
 * @param layers decoder layers
 * @param attentionHeads query heads
 * @param keyValueHeads key and value heads; divides {@code attentionHeads}
 * @param headDimension width of one head
 * @param vocabularySize rows of the embedding
 * @param rmsNormEpsilon added to the mean square in RMS norm
 * @param rope rotary position embedding
 * @param embeddings whether input and output embedding are one tensor
 * @param attentionBias whether query, key and value projections have a bias (Qwen2)
 * @param maxPositions longest context the checkpoint was made for
 */
public record ModelConfig(
    Architecture architecture,
    int hiddenSize,
    int intermediateSize,
    int layers,
    int attentionHeads,
    int keyValueHeads,
    int headDimension,
    int vocabularySize,
    double rmsNormEpsilon,
    RotaryEmbedding rope,
    Embeddings embeddings,
    AttentionBias attentionBias,
    int maxPositions) {

  /** The same shape with so many token ids. */
  public ModelConfig withVocabularySize(int size) {
    return new ModelConfig(
        architecture,
        hiddenSize,
        intermediateSize,
        layers,
        attentionHeads,
        keyValueHeads,
        headDimension,
        size,
        rmsNormEpsilon,
        rope,
        embeddings,
        attentionBias,
        maxPositions);
  }
}
