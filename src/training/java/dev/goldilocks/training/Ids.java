package dev.goldilocks.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Token ids in a file, as little-endian 16-bit numbers. */
final class Ids {
  /** Bytes an id takes. */
  static final int BYTES = 2;

  private Ids() {}

  static void write(OutputStream out, long... ids) throws IOException {
    for (long id : ids) {
      out.write((int) id);
      out.write((int) (id >>> 8));
    }
  }

  /** Reads a file; the numbers are unsigned. */
  static short[] read(Path file) throws IOException {
    ShortBuffer buffer =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    short[] ids = new short[buffer.remaining()];
    buffer.get(ids);
    return ids;
  }
}
