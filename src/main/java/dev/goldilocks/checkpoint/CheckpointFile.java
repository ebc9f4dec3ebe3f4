package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Opening a checkpoint's files, and the ways in which that goes wrong. */
final class CheckpointFile {

  /** How a Git LFS pointer begins, from the Git LFS specification. */
  private static final byte[] LFS_POINTER =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  private CheckpointFile() {}

  /**
   * Opens a file for reading, and makes sure that it is one and not a pointer to one.
   *
   * @throws ProblemException when it is missing, unreadable, not a regular file or a Git LFS
   *     pointer
   */
  static FileChannel open(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ProblemException(file + " is not a file; download the checkpoint again.");
    }
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        refuseLfsPointer(file, channel);
        return channel;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Reads a whole file.
   *
   * @param limit most bytes that such a file can sensibly have
   * @throws ProblemException as {@link #open}, and when it is longer than the limit
   */
  static byte[] bytes(Path file, int limit) {
    try (FileChannel channel = open(file)) {
      long size = channel.size();
      if (size > limit) {
        throw new ProblemException(
            "%s has %d bytes, more than the %d such a file can sensibly have; download it again."
                .formatted(file, size, limit));
      }
      return bytes(channel, 0, (int) size);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Makes sure that a file can be opened, without reading it. */
  static void requireReadable(Path file) {
    try {
      open(file).close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Up to {@code count} bytes from {@code position} on; fewer when the file ends before. */
  static byte[] bytes(FileChannel channel, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
      // read again: a read may return less than was asked for
    }
    return buffer.hasRemaining()
        ? Arrays.copyOf(buffer.array(), buffer.position())
        : buffer.array();
  }

  /** What to say about a file that the system would not let us read. */
  static ProblemException unreadable(Path file, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return new ProblemException(file + " is missing; download the checkpoint again.", cause);
    }
    return new ProblemException(
        "%s cannot be read (%s); check its permissions and the disk."
            .formatted(file, cause.getClass().getSimpleName()),
        cause);
  }

  private static void refuseLfsPointer(Path file, FileChannel channel) throws IOException {
    if (Arrays.equals(bytes(channel, 0, LFS_POINTER.length), LFS_POINTER)) {
      throw new ProblemException(
          "%s is a Git LFS pointer and not the file itself; run \"git lfs pull\" in %s."
              .formatted(file, file.toAbsolutePath().getParent()));
    }
  }
}
