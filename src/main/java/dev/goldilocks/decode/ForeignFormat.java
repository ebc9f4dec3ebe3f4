package dev.goldilocks.decode;

/**
 * A format that someone else measured with and that this program does not run: {@code f16}, or
 * {@code 8-bit} where the source does not say of which kind.
 *
 * @param label what the source calls it, not blank
 */
public record ForeignFormat(String label) implements WeightFormat {

  public ForeignFormat {
    if (label.isBlank()) {
      throw new IllegalArgumentException("a format without a name is an unstated one");
    }
  }
}
