package dev.goldilocks.torch;

import ai.djl.pytorch.jni.IValue;
import dev.goldilocks.decode.Proposal;
import java.util.List;

/** Drafted tokens, and the probabilities they were drawn from if any, kept where libtorch runs. */
final class DeviceProposal implements Proposal {

  private final IValue value;
  private final int count;
  private final List<Double> confidences;

  /**
   * @param value what a draft method of the model program returned
   * @param count number of drafted tokens
   * @param confidences the probability of each, or empty
   */
  DeviceProposal(IValue value, int count, List<Double> confidences) {
    this.value = value;
    this.count = count;
    this.confidences = confidences;
  }

  IValue value() {
    return value;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public List<Double> confidences() {
    return confidences;
  }

  @Override
  public void close() {
    value.close();
  }
}
