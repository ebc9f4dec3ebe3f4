package dev.goldilocks.decode;

import java.util.function.LongSupplier;

/** A clock that stands still until somebody moves it. */
public final class ManualClock implements LongSupplier {

  private long nanos;

  /** Lets time pass. */
  public void advance(long passed) {
    nanos += passed;
  }

  @Override
  public long getAsLong() {
    return nanos;
  }
}
