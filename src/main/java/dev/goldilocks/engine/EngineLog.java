package dev.goldilocks.engine;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What an engine process says besides its events. Its last lines are kept in memory for the message
 * of a failure, and all of it, up to a limit, in a file, which is made with the first line. A file
 * that cannot be written is no reason to stop a run. Safe for use by several threads.
 */
final class EngineLog implements AutoCloseable {

  /** Most characters that are kept of one line. */
  static final int LINE_LIMIT = 2_000;

  private static final int TAIL_LINES = 40;

  private final Path file;
  private final long fileLimit;
  private final Deque<String> tail = new ArrayDeque<>();
  private BufferedWriter writer;
  private long written;
  private boolean closed;

  /**
   * @param file where to write
   * @param fileLimit most characters in the file
   */
  EngineLog(Path file, long fileLimit) {
    this.file = file;
    this.fileLimit = fileLimit;
  }

  /** Where the log is, or would be. */
  Path file() {
    return file;
  }

  /** Keeps a line. */
  synchronized void append(String line) {
    String kept =
        line.length() <= LINE_LIMIT ? line : line.substring(0, LINE_LIMIT) + "… [line cut]";
    tail.addLast(kept);
    if (tail.size() > TAIL_LINES) {
      tail.removeFirst();
    }
    if (closed || written > fileLimit) {
      return;
    }
    try {
      if (writer == null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        writer = Files.newBufferedWriter(file);
      }
      written += kept.length() + 1;
      writer.write(written > fileLimit ? "… [the log is full]" : kept);
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      closed = true;
    }
  }

  /** The last lines, oldest first. */
  synchronized List<String> tail() {
    return List.copyOf(tail);
  }

  /** Ends the file; lines that come later are kept in memory alone. */
  @Override
  public synchronized void close() {
    closed = true;
    if (writer != null) {
      try {
        writer.close();
      } catch (IOException e) {
        tail.addLast("[host] The log could not be closed: " + e.getMessage());
      }
    }
  }
}
