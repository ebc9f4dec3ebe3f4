package dev.goldilocks.ui.background;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something on the window's thread at a steady pace. An animation would do so too, but keeps
 * the window awake sixty times a second in between, on cores that a run may be timed on.
 */
public final class Metronome {

  private final Duration interval;
  private final Runnable beat;
  private final Executor window;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("metronome").factory());
  private Optional<ScheduledFuture<?>> going = Optional.empty();

  /**
   * @param beat what to do; while it waits for the window it is not asked for again
   * @param window does it
   */
  public Metronome(Duration interval, Runnable beat, Executor window) {
    this.interval = interval;
    this.beat = beat;
    this.window = window;
  }

  /** Begins, with the first beat after an interval; goes on when it has begun. */
  public void start() {
    if (going.isEmpty()) {
      long nanos = interval.toNanos();
      going =
          Optional.of(clock.scheduleWithFixedDelay(this::tick, nanos, nanos, TimeUnit.NANOSECONDS));
    }
  }

  /** Stops; a beat that the window has been asked for may still come. */
  public void stop() {
    going.ifPresent(ticks -> ticks.cancel(false));
    going = Optional.empty();
  }

  private void tick() {
    if (due.compareAndSet(false, true)) {
      window.execute(
          () -> {
            due.set(false);
            beat.run();
          });
    }
  }
}
