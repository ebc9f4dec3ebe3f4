package dev.goldilocks.bench;

import dev.goldilocks.decode.WeightFormat;

/**
 * A model as it was loaded, or as a report tells of it.
 *
 * @param id the name people know it by, usually its directory's
 * @param architecture as in its config, for example {@code LlamaForCausalLM}
 * @param parameters number of weights, tied ones counted once
 * @param layers decoder layers
 * @param hiddenSize width of the residual stream
 * @param vocabularySize number of token ids
 * @param precision format of the weights during the run
 * @param weights how they came to be
 */
public record ModelDescription(
    String id,
    String architecture,
    long parameters,
    int layers,
    int hiddenSize,
    int vocabularySize,
    WeightFormat precision,
    Weights weights) {

  /** A model whose weights were trained, as far as is known. */
  public ModelDescription(
      String id,
      String architecture,
      long parameters,
      int layers,
      int hiddenSize,
      int vocabularySize,
      WeightFormat precision) {
    this(
        id,
        architecture,
        parameters,
        layers,
        hiddenSize,
        vocabularySize,
        precision,
        Weights.TRAINED);
  }
}
