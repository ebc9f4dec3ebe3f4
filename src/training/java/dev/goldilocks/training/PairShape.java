package dev.goldilocks.training;

/**
 * The shapes of a target and a draft with one vocabulary.
 *
 * @param vocabulary tokens
 * @param positions the most ids a row may have
 * @param headSize size of an attention head in both
 */
record PairShape(int vocabulary, int positions, int headSize, ModelShape target, ModelShape draft) {

  /** The pair that ships with Goldilocks. */
  static final PairShape SHIPPED =
      new PairShape(
          4096,
          512,
          64,
          new ModelShape("target", "goldilocks-java-4m", 128, 16, 2, 1, 384),
          new ModelShape("draft", "goldilocks-java-1m-draft", 128, 3, 2, 1, 384));

  /**
   * A Llama model.
   *
   * @param name what its tensors are called in a checkpoint
   * @param directory where it goes when it is exported
   * @param width size of the residual stream
   * @param inner size inside the feed-forward block
   */
  record ModelShape(
      String name,
      String directory,
      int width,
      int layers,
      int heads,
      int keyValueHeads,
      int inner) {}

  /** The numbers in the order in which the program's setup takes them. */
  long[] numbers() {
    return new long[] {
      vocabulary,
      positions,
      headSize,
      target.width,
      target.layers,
      target.heads,
      target.keyValueHeads,
      target.inner,
      draft.width,
      draft.layers,
      draft.heads,
      draft.keyValueHeads,
      draft.inner
    };
  }
}
