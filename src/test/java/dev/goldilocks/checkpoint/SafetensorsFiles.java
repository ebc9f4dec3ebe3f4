package dev.goldilocks.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Writes safetensors files as a test wants them, true to the format or not. */
final class SafetensorsFiles {

  private SafetensorsFiles() {}

  /**
   * A header with its true length, then zeros, sparse where the file system can.
   *
   * @return the position of the first zero
   */
  static long write(Path file, String header, long dataBytes) {
    return write(file, header.getBytes(UTF_8).length, header, dataBytes);
  }

  /** The same with a length that may lie. */
  static long write(Path file, long claimedLength, String header, long dataBytes) {
    byte[] json = header.getBytes(UTF_8);
    ByteBuffer start = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(claimedLength).put(json);
    try (RandomAccessFile target = new RandomAccessFile(file.toFile(), "rw")) {
      target.setLength(0);
      target.write(start.array());
      target.setLength(start.capacity() + dataBytes);
      return start.capacity();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
