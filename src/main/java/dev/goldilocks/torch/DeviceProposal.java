package dev.goldilocks.torch;

import ai.djl.pytorch.jni.IValue;
import dev.goldilocks.decode.Proposal;

/** Drafted tokens, and the probabilities they were drawn from if any, kept where libtorch runs. */
final class DeviceProposal implements Proposal {

  private final IValue value;
  private final int count;

  /**
   * @param value what a draft method of the model program returned
   * @param count number of drafted tokens
   */
  DeviceProposal(IValue value, int count) {
    this.value = value;
    this.count = count;
  }

  IValue value() {
    return value;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void close() {
    value.close();
  }
}
