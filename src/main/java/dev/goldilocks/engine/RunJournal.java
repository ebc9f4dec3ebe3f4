package dev.goldilocks.engine;

import dev.goldilocks.problem.FileReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The journal of a run that goes on: one line for the run, then one for each event, written as they
 * come, so that a run whose window dies can be recovered up to its last whole line. A journal that
 * cannot be written (a full disk, a read-only library) never ends the run: it stops, and says why.
 */
final class RunJournal implements AutoCloseable {

  /** Opens the place where a journal goes. */
  interface Opening {
    WritableByteChannel open() throws IOException;
  }

  private final String where;
  private WritableByteChannel channel;
  private volatile Optional<String> problem = Optional.empty();

  /**
   * @param where names the journal in a message
   */
  RunJournal(String where, Opening opening) {
    this.where = where;
    try {
      channel = opening.open();
    } catch (IOException e) {
      stop(e);
    }
  }

  /** Starts a journal file, locked against being taken for that of a run that died. */
  static RunJournal start(Path file) {
    return new RunJournal(file.toString(), () -> openLocked(file));
  }

  /**
   * One byte far behind the end is locked, not the text: Windows would keep others from reading
   * what is locked. Whoever asks for a lock on the whole file is told that it is taken.
   */
  @SuppressWarnings("resource") // the lock lives as long as its channel, which is handed on
  private static FileChannel openLocked(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      if (lock == null) {
        throw new IOException("it is locked by another process");
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Adds a line; does nothing once the journal has stopped. */
  void append(String line) {
    if (channel == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      stop(e);
    }
  }

  /** Why the journal stopped, in one sentence; empty while all is well. */
  Optional<String> problem() {
    return problem;
  }

  private void stop(IOException reason) {
    close();
    problem =
        Optional.of(
            "The journal "
                + where
                + " cannot be written ("
                + FileReason.of(reason)
                + "): the run goes on, but could not be recovered if this program ended; make room"
                + " or make it writable before the next run.");
  }

  @Override
  public void close() {
    WritableByteChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        problem =
            Optional.of(
                "The journal " + where + " could not be closed (" + FileReason.of(e) + ").");
      }
    }
  }
}
