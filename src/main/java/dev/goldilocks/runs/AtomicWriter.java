package dev.goldilocks.runs;

import dev.goldilocks.problem.FileReason;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Writes files so that at every moment, and after a power cut, the file is there whole or not at
 * all: the content goes to a hidden file in the same directory, is forced to the disk, and then
 * takes the file's name in one step. On failure the hidden file is removed and the old content, if
 * any, stands.
 */
public final class AtomicWriter {

  private final UnaryOperator<OutputStream> medium;

  /** Writes to the disk. */
  public AtomicWriter() {
    this(UnaryOperator.identity());
  }

  /**
   * @param medium wraps the stream to the disk, so that a test can have a disk that fills up
   */
  AtomicWriter(UnaryOperator<OutputStream> medium) {
    this.medium = medium;
  }

  /**
   * Tries whether a file can be written, for what takes long before it has something to write.
   * Nothing is left behind.
   *
   * @throws ProblemException when it cannot be
   */
  public void requireWritable(Path file) {
    if (Files.isDirectory(file)) {
      throw new ProblemException(file + " is a folder; name a file in it.");
    }
    Path directory = nearestThatExists(file.toAbsolutePath().getParent());
    try {
      Files.delete(Files.createTempFile(directory, ".goldilocks", ".tmp"));
    } catch (IOException e) {
      throw cannotBeWritten(file, directory, e);
    }
  }

  /**
   * Tries whether a new file of some size can be written in a directory, which is made when needed.
   * Nothing else is left behind.
   *
   * @throws IOException when it cannot be
   */
  void rehearse(Path directory, int bytes) throws IOException {
    Files.createDirectories(directory);
    Path temporary = directory.resolve("." + UUID.randomUUID() + ".tmp");
    try {
      writeDurably(temporary, new byte[bytes]);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Path nearestThatExists(Path directory) {
    Path nearest = directory;
    while (nearest.getParent() != null && Files.notExists(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  /** Writes a file, in place of one that is there. */
  public void replace(Path file, byte[] content) {
    write(
        file,
        content,
        temporary ->
            Files.move(
                temporary,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING));
  }

  /**
   * Writes a file that must not be there yet. Of several processes that create the same file, one
   * succeeds.
   *
   * @return false, with nothing changed, when the file is there
   */
  public boolean create(Path file, byte[] content) {
    boolean[] created = {true};
    write(
        file,
        content,
        temporary -> {
          try {
            claim(temporary, file);
          } catch (FileAlreadyExistsException e) {
            created[0] = false;
          }
        });
    return created[0];
  }

  /** A hard link, unlike a move, fails when the name is taken, in the same step that takes it. */
  private static void claim(Path temporary, Path file) throws IOException {
    try {
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Some file systems have no hard links. This move looks first and then renames.
      Files.move(temporary, file);
    }
  }

  private void write(Path file, byte[] content, Commit commit) {
    Path directory = file.toAbsolutePath().getParent();
    Path temporary = directory.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(directory);
      try {
        writeDurably(temporary, content);
        commit.run(temporary);
        force(directory);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw problem(file, directory, content.length, e);
    }
  }

  private void writeDurably(Path temporary, byte[] content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream stream = medium.apply(Channels.newOutputStream(channel))) {
      stream.write(content);
      stream.flush();
      channel.force(true);
    }
  }

  /** Makes the new name durable. Windows does that by itself and cannot open a directory. */
  private static void force(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static ProblemException problem(Path file, Path directory, long bytes, IOException e) {
    if (isFull(e)) {
      return new ProblemException(
          "The disk is full: "
              + file
              + " needs "
              + (bytes + 1023) / 1024
              + " KiB. Free some space in "
              + directory
              + ".",
          e);
    }
    return cannotBeWritten(file, directory, e);
  }

  private static ProblemException cannotBeWritten(Path file, Path directory, IOException e) {
    return new ProblemException(
        file
            + " cannot be written: "
            + reason(directory, e)
            + ". Choose another place, or allow writing.",
        e);
  }

  /** There is no type for it: Unix, Windows and disk quotas each have their own words. */
  static boolean isFull(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("No space left on device")
        || message.contains("not enough space on the disk")
        || message.contains("Disk quota exceeded");
  }

  private static String reason(Path directory, IOException e) {
    return e instanceof NoSuchFileException && Files.isDirectory(directory)
        ? "no file can be made in " + directory
        : FileReason.of(e);
  }

  private interface Commit {
    void run(Path temporary) throws IOException;
  }
}
