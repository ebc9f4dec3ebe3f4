package dev.goldilocks.checkpoint;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A checkpoint directory in the Hugging Face layout, read and checked, weights not loaded.
 *
 * @param directory where it lies
 * @param id the name people know it by: the directory's name, or {@code org/name} for a snapshot in
 *     a Hugging Face cache
 * @param config the decoder's shape
 * @param tensors every tensor that the config needs, by name; others in the files are left out
 * @param tokenizerFile its {@code tokenizer.json}
 * @param endOfSequenceIds ids that end a text, from {@code generation_config.json} or else the
 *     config; empty when neither says
 * @param weights how they came to be
 */
public record Checkpoint(
    Path directory,
    String id,
    ModelConfig config,
    Map<String, TensorEntry> tensors,
    Path tokenizerFile,
    Set<Integer> endOfSequenceIds,
    WeightOrigin weights) {

  public Checkpoint {
    tensors = Map.copyOf(tensors);
    endOfSequenceIds = Set.copyOf(endOfSequenceIds);
  }

  /** Number of weights; a tied embedding is stored, and counted, once. */
  public long parameters() {
    return tensors.values().stream().mapToLong(TensorEntry::elements).sum();
  }

  /**
   * Number of weights that a pass multiplies by: those of every matrix, the output embedding among
   * them. Of an input embedding of its own a pass looks up a row a token.
   */
  public long multipliedWeights() {
    return tensors.values().stream()
        .filter(tensor -> tensor.shape().size() == 2)
        .filter(tensor -> !isLookedUpOnly(tensor))
        .mapToLong(TensorEntry::elements)
        .sum();
  }

  private boolean isLookedUpOnly(TensorEntry tensor) {
    return switch (config.embeddings()) {
      case TIED -> false;
      case SEPARATE -> tensor.name().equals("model.embed_tokens.weight");
    };
  }

  /**
   * The same model with so many token ids, for use beside one that has so many. Ids above are left
   * out: the model never writes them. Ids that it lacks are read, and thought as probable, as its
   * last one is. Both only matter to {@linkplain PairCheck a pair} whose tokenizer knows none of
   * them.
   *
   * @param size number of ids, at least 1
   */
  public Checkpoint withVocabularySize(int size) {
    return new Checkpoint(
        directory,
        id,
        config.withVocabularySize(size),
        tensors,
        tokenizerFile,
        endOfSequenceIds,
        weights);
  }

  /** Bytes of all tensors on disk. */
  public long weightBytes() {
    return tensors.values().stream().mapToLong(TensorEntry::byteCount).sum();
  }
}
