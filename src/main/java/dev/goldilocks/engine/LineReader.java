package dev.goldilocks.engine;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads lines of UTF-8 from a program that is not trusted: memory stays bounded whatever it writes.
 * Bytes that are not UTF-8 become U+FFFD. Not safe for use by several threads.
 */
final class LineReader implements Closeable {

  /** Longest start of an overlong line that is shown. */
  private static final int SHOWN_BYTES = 200;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;

  /**
   * @param limit most bytes of a line; a longer one is cut to a short start and a note, which is
   *     never valid JSON
   */
  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next line without its end, or empty at the end of input. */
  Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long length = 0;
    while (true) {
      if (position == end) {
        position = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
          return length == 0 ? Optional.empty() : Optional.of(text(line, length));
        }
      }
      int lineFeed = position;
      while (lineFeed < end && buffer[lineFeed] != '\n') {
        lineFeed++;
      }
      int count = lineFeed - position;
      length += count;
      line.write(buffer, position, Math.min(count, Math.max(0, limit - line.size())));
      position = lineFeed;
      if (position < end) {
        position++;
        return Optional.of(text(line, length));
      }
    }
  }

  private String text(ByteArrayOutputStream line, long length) {
    if (length > limit) {
      byte[] start = line.toByteArray();
      int shown = Math.min(SHOWN_BYTES, start.length);
      return new String(start, 0, shown, StandardCharsets.UTF_8)
          + "… [line of "
          + length
          + " bytes cut]";
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
