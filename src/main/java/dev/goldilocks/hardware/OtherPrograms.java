package dev.goldilocks.hardware;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How busy programs other than this one, and those that it started, keep the machine. For use by
 * one thread at a time.
 */
public final class OtherPrograms {

  /** Too short a time between two looks makes rounding look like work. */
  private static final Duration SHORTEST = Duration.ofMillis(500);

  private final ProcessorTime processors;
  private final Supplier<Map<Long, Duration>> own;
  private final LongSupplier nanoTime;
  private Look last;

  /** Those of this machine. */
  public static OtherPrograms ofThisMachine() {
    return new OtherPrograms(
        ProcessorTime.ofThisMachine(), OtherPrograms::ownProcesses, System::nanoTime);
  }

  /**
   * @param own processor time of this program and of each that it started, by process id
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  OtherPrograms(
      ProcessorTime processors, Supplier<Map<Long, Duration>> own, LongSupplier nanoTime) {
    this.processors = processors;
    this.own = own;
    this.nanoTime = nanoTime;
    last = look();
  }

  private record Look(long nanos, Duration busy, Map<Long, Duration> own) {}

  /**
   * Cores that others kept busy since the last call.
   *
   * @return empty when hardly any time has passed, or when one of this program's own processes has
   *     ended meanwhile, whose last work would count as others'
   * @throws java.io.UncheckedIOException when the system does not tell
   */
  public Optional<BusyCores> busyCores() {
    Look now = look();
    Look before = last;
    Duration passed = Duration.ofNanos(now.nanos - before.nanos);
    if (passed.compareTo(SHORTEST) < 0) {
      return Optional.empty();
    }
    last = now;
    if (!now.own.keySet().containsAll(before.own.keySet())) {
      return Optional.empty();
    }
    Duration all = now.busy.minus(before.busy);
    Duration ours = sum(now).minus(sum(before));
    double others = (double) all.minus(ours).toNanos() / passed.toNanos();
    return Optional.of(new BusyCores(Math.max(0, others), processors.cores()));
  }

  /**
   * Cores that others keep busy from now on for some time, which this call takes.
   *
   * @param time half a second or more
   * @return empty when the system does not tell, or this thread is interrupted
   */
  public static Optional<BusyCores> overTheNext(Duration time) {
    try {
      OtherPrograms others = ofThisMachine();
      Thread.sleep(time);
      return others.busyCores();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Duration sum(Look look) {
    return look.own.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  private Look look() {
    return new Look(nanoTime.getAsLong(), processors.busy(), own.get());
  }

  private static Map<Long, Duration> ownProcesses() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .collect(
            Collectors.toMap(
                ProcessHandle::pid,
                process -> process.info().totalCpuDuration().orElse(Duration.ZERO)));
  }
}
