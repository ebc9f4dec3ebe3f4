package dev.goldilocks.decode;

/** The source of the figures does not say in which format the weights were. */
public record UnstatedFormat() implements WeightFormat {

  @Override
  public String label() {
    return "";
  }
}
