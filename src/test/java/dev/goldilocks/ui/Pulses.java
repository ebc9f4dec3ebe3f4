package dev.goldilocks.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Waits until what has changed is laid out and drawn. */
final class Pulses {

  private Pulses() {}

  /** Waits for a number of pulses, on any thread but the FX thread. */
  static void await(int count) {
    CountDownLatch pulses = new CountDownLatch(count);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulses.countDown();
            if (pulses.getCount() == 0) {
              stop();
            }
          }
        };
    Platform.runLater(timer::start);
    try {
      if (!pulses.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("no pulse came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
