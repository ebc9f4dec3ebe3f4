package dev.goldilocks.decode;

import java.util.List;

/**
 * The same number of tokens in every round, as the transformers library's schedule {@code constant}
 * drafts them; with a confidence threshold a round stops earlier, after the first token of which
 * the draft was less sure (that library's {@code assistant_confidence_threshold}, which it can also
 * move while it runs; here it stays).
 */
public final class ConstantDraft implements DraftPolicy {

  private final int most;
  private final StoppingRule stopping;

  /**
   * @param most K, at least 1
   * @param confidence least probability of a drafted token after which drafting goes on, 0 (never
   *     stops early) to 1
   */
  public ConstantDraft(int most, double confidence) {
    if (most < 1 || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("K = " + most + ", confidence " + confidence);
    }
    this.most = most;
    this.stopping =
        confidence == 0
            ? new StoppingRule.AtCount()
            : StoppingRule.BySurvival.confidence(confidence, most);
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public int next() {
    return most;
  }

  @Override
  public StoppingRule stopping() {
    return stopping;
  }

  @Override
  public void settled(Step.Round round, List<Double> confidences) {}
}
