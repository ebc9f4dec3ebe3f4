package dev.goldilocks.runs;

import dev.goldilocks.problem.FileReason;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets changes of one library follow each other, whichever thread or process makes them. It is a
 * lock on an empty file, which the system lets go of when its holder dies.
 */
final class LibraryLock {

  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Path file;
  private final Duration patience;

  /**
   * Threads of this process queue here, so that only one at a time has the file open: on POSIX
   * systems closing any handle of a file drops every lock that the process has on it.
   */
  private final ReentrantLock threads = new ReentrantLock(true);

  /**
   * @param file the empty file; made when needed
   * @param patience how long to wait for another's change to end
   */
  LibraryLock(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /**
   * Makes a change while nobody else makes one. Changes do not nest.
   *
   * @throws ProblemException when another's change does not end, or the file cannot be locked
   */
  <T> T during(Supplier<T> change) {
    threads.lock();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = locked(channel)) {
        return change.get();
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The library cannot be changed, since "
              + file
              + " cannot be locked: "
              + FileReason.of(e)
              + ". Allow writing there, or move the library to a disk of this machine.",
          e);
    } finally {
      threads.unlock();
    }
  }

  private FileLock locked(FileChannel channel) throws IOException {
    long start = System.nanoTime();
    while (true) {
      FileLock lock = attempt(channel);
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new ProblemException(
            "Another Goldilocks has been changing the library "
                + file.getParent()
                + " for "
                + TimeUnit.NANOSECONDS.toSeconds(patience.toNanos())
                + " seconds; try again, and close that one if it is stuck.");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static FileLock attempt(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another library of this process has it.
      return null;
    }
  }
}
