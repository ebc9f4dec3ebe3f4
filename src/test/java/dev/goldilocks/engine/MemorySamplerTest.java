package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.hardware.MemoryReading;
import dev.goldilocks.hardware.ProcessMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MemorySamplerTest {

  private final List<Long> heard = new CopyOnWriteArrayList<>();

  /** Each reading is higher than the one before: 10, 20, 30, with peaks of 11, 21, 31. */
  private final AtomicLong bytes = new AtomicLong();

  private final ProcessMemory rising =
      () -> {
        long now = bytes.addAndGet(10);
        return new MemoryReading(now, now + 1);
      };

  @Test
  void readsAgainAndAgain() throws InterruptedException {
    CountDownLatch three = new CountDownLatch(3);
    try (MemorySampler sampler =
        new MemorySampler(
            rising,
            Duration.ofMillis(1),
            event -> {
              keep(event);
              three.countDown();
            })) {
      sampler.start();
      three.await();
    }

    assertThat(heard).startsWith(10L, 20L, 30L);
  }

  @Test
  void readsOnceMoreAtTheEndSoThatNoPeakIsMissed() {
    MemorySampler sampler = new MemorySampler(rising, Duration.ofDays(1), this::keep);
    sampler.start();
    sampler.close();

    assertThat(heard).containsExactly(10L, 20L);
    assertThat(sampler.peakBytes()).isEqualTo(21);
  }

  @Test
  void aPeakBetweenReadingsCounts() {
    MemorySampler sampler =
        new MemorySampler(() -> new MemoryReading(5, 900), Duration.ofDays(1), this::keep);
    sampler.start();
    sampler.close();

    assertThat(sampler.peakBytes()).isEqualTo(900);
  }

  @Test
  void aSystemThatDoesNotTellIsNotAskedForEver() {
    AtomicLong asked = new AtomicLong();
    MemorySampler sampler =
        new MemorySampler(
            () -> {
              asked.incrementAndGet();
              throw new UncheckedIOException(new IOException("no /proc"));
            },
            Duration.ofNanos(1),
            this::keep);
    sampler.start();
    sampler.close();

    assertThat(asked.get()).isLessThanOrEqualTo(2);
    assertThat(heard).isEmpty();
    assertThat(sampler.peakBytes()).isZero();
  }

  private void keep(RunEvent event) {
    heard.add(((RunEvent.MemoryRead) event).residentBytes());
  }
}
