package dev.goldilocks.engine;

import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The engine's way to its host: events are put into a queue, and a thread of its own turns them
 * into lines and writes them, a batch at a time, so that neither JSON nor a slow host costs the
 * measuring thread anything. Events that come while a step may be timed wait for a batch; one that
 * comes when nothing is, such as a measured pair, takes at once everything with it.
 *
 * <p>The queue is bounded. When a host does not read at all, events that only feed the live view
 * are dropped; the others, which come between texts, wait. What is measured is in {@link
 * RunEvent.PairMeasured}, and never lost.
 */
final class EventPipe implements Consumer<RunEvent>, AutoCloseable {

  private static final int CAPACITY = 8_192;

  private final PrintStream out;
  private final RunCodec codec;
  private final Duration pause;
  private final Runnable hostGone;
  private final Thread writer;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition some = lock.newCondition();
  private final Condition hurry = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Queue<Queued> queue = new ArrayDeque<>();
  private boolean urgent;
  private boolean closed;

  private record Queued(RunEvent event, long nanoTime) {

    PipedLine line(RunCodec codec) {
      return new PipedLine(Duration.ofNanos(System.nanoTime() - nanoTime), codec.write(event));
    }
  }

  /**
   * @param pause longest wait of an event for the batch that it goes out with
   * @param hostGone runs on the writing thread when the host can no longer be written to
   */
  EventPipe(PrintStream out, RunCodec codec, Duration pause, Runnable hostGone) {
    this.out = out;
    this.codec = codec;
    this.pause = pause;
    this.hostGone = hostGone;
    writer = Thread.ofPlatform().daemon().name("event-pipe").start(this::writeAll);
  }

  /** Queues an event; one that comes after {@link #close} is dropped. */
  @Override
  public void accept(RunEvent event) {
    lock.lock();
    try {
      if (queue.size() >= CAPACITY && onlyForTheView(event)) {
        return;
      }
      while (queue.size() >= CAPACITY && !closed) {
        room.awaitUninterruptibly();
      }
      if (!closed) {
        queue.add(new Queued(event, System.nanoTime()));
        some.signal();
        if (!canWait(event)) {
          urgent = true;
          hurry.signal();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private static boolean onlyForTheView(RunEvent event) {
    return switch (event) {
      case RunEvent.Stepped _, RunEvent.MemoryRead _ -> true;
      case RunEvent.Started _,
          RunEvent.CeilingsMeasured _,
          RunEvent.ModelLoaded _,
          RunEvent.Planned _,
          RunEvent.WarmingUp _,
          RunEvent.SideStarted _,
          RunEvent.FirstToken _,
          RunEvent.PairMeasured _,
          RunEvent.TextReviewed _,
          RunEvent.TokensNamed _,
          RunEvent.Finished _,
          RunEvent.Cancelled _,
          RunEvent.Failed _ ->
          false;
    };
  }

  /** Whether it comes while a step may be timed, or just before. */
  private static boolean canWait(RunEvent event) {
    return switch (event) {
      case RunEvent.SideStarted _,
          RunEvent.FirstToken _,
          RunEvent.Stepped _,
          RunEvent.MemoryRead _,
          RunEvent.TextReviewed _ ->
          true;
      case RunEvent.Started _,
          RunEvent.CeilingsMeasured _,
          RunEvent.ModelLoaded _,
          RunEvent.Planned _,
          RunEvent.WarmingUp _,
          RunEvent.PairMeasured _,
          RunEvent.TokensNamed _,
          RunEvent.Finished _,
          RunEvent.Cancelled _,
          RunEvent.Failed _ ->
          false;
    };
  }

  private void writeAll() {
    try {
      for (List<Queued> batch = take(); !batch.isEmpty(); batch = take()) {
        for (Queued queued : batch) {
          // A native library may have left half a line on the same stream: begin a new one.
          byte[] line = ("\n" + queued.line(codec).text() + "\n").getBytes(StandardCharsets.UTF_8);
          out.write(line, 0, line.length);
        }
        if (out.checkError()) {
          hostGone.run();
          return;
        }
      }
    } finally {
      refuseMore();
    }
  }

  /** Waits for the next batch; empty when the pipe is closed and all is written. */
  private List<Queued> take() {
    lock.lock();
    try {
      while (queue.isEmpty() && !closed) {
        some.awaitUninterruptibly();
      }
      long left = pause.toNanos();
      while (left > 0 && !closed && !urgent) {
        left = hurry.awaitNanos(left);
      }
      List<Queued> batch = new ArrayList<>(queue);
      queue.clear();
      urgent = false;
      room.signalAll();
      return batch;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private void refuseMore() {
    lock.lock();
    try {
      closed = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Writes what is queued and returns when all of it is out. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      some.signal();
      hurry.signal();
      room.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
