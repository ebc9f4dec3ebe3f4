package dev.goldilocks.torch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;

/** The arguments of one call into the model program, freed when it is closed. */
final class Arguments implements AutoCloseable {

  private final List<IValue> all = new ArrayList<>();
  private final List<IValue> owned = new ArrayList<>();

  /** An {@code int}. */
  Arguments number(long value) {
    return own(IValue.from(value));
  }

  /** A {@code float}. */
  Arguments real(double value) {
    return own(IValue.from(value));
  }

  /** A {@code List[int]}. */
  Arguments numbers(int[] values) {
    long[] wide = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return own(IValue.listFrom(wide));
  }

  /** A {@code List[float]}. */
  Arguments reals(double[] values) {
    return own(IValue.listFrom(values));
  }

  /** A {@code Tensor}, which stays the caller's. */
  Arguments tensor(PtNDArray value) {
    return own(IValue.from(value));
  }

  /** What an earlier call returned, which stays the caller's. */
  Arguments result(IValue value) {
    all.add(value);
    return this;
  }

  IValue[] toArray() {
    return all.toArray(IValue[]::new);
  }

  private Arguments own(IValue value) {
    all.add(value);
    owned.add(value);
    return this;
  }

  @Override
  public void close() {
    owned.forEach(IValue::close);
  }
}
