package dev.goldilocks.decode;

import java.util.Locale;

/** The numeric format in which this program reads a model's weights during a pass. */
public enum Precision implements WeightFormat {
  /** IEEE 754 single precision, 4 bytes a weight. */
  F32(4),
  /** bfloat16, 2 bytes a weight. */
  BF16(2),
  /** 8-bit integers with one scale for each output channel, 1 byte a weight. */
  INT8(1);

  private final int bytesPerWeight;

  Precision(int bytesPerWeight) {
    this.bytesPerWeight = bytesPerWeight;
  }

  /** Bytes read for one weight of a matrix, scales left aside. */
  public int bytesPerWeight() {
    return bytesPerWeight;
  }

  /** The name used in files, commands and the window: {@code f32}, {@code bf16}, {@code int8}. */
  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
