package dev.goldilocks.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

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

  /** Changes a header and its length, and leaves the tensors' bytes as they are. */
  static void editHeader(Path file, UnaryOperator<String> edit) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
      String before = new String(bytes, 8, length, UTF_8);
      String header = edit.apply(before);
      assertThat(header).isNotEqualTo(before);
      long start = write(file, header, bytes.length - 8 - length);
      try (RandomAccessFile target = new RandomAccessFile(file.toFile(), "rw")) {
        target.seek(start);
        target.write(bytes, 8 + length, bytes.length - 8 - length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
