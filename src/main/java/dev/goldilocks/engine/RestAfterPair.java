package dev.goldilocks.engine;

import dev.goldilocks.bench.RunEvent;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lets the machine take in what was measured before more is: after each pair the measuring thread
 * rests, so that writing, reading and showing it take no processor from what is timed. Why, and
 * what it brings, is in {@code docs/adr/watching-a-timed-run.md}.
 */
final class RestAfterPair implements Consumer<RunEvent> {

  /** Long enough for a host to read a pair's events and for a window to draw them. */
  static final Duration LONGEST = Duration.ofMillis(80);

  /** A rest takes at most one part in so many of the time since the last. */
  private static final int PARTS = 4;

  private final Consumer<RunEvent> events;
  private long restedAt = System.nanoTime();

  /**
   * @param events hears every event, before the rest
   */
  RestAfterPair(Consumer<RunEvent> events) {
    this.events = events;
  }

  @Override
  public void accept(RunEvent event) {
    events.accept(event);
    if (event instanceof RunEvent.PairMeasured) {
      rest(length(Duration.ofNanos(System.nanoTime() - restedAt)));
      restedAt = System.nanoTime();
    }
  }

  /** How long to rest after so long a time of measuring. */
  static Duration length(Duration measured) {
    Duration share = measured.dividedBy(PARTS);
    return share.compareTo(LONGEST) < 0 ? share : LONGEST;
  }

  private static void rest(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
