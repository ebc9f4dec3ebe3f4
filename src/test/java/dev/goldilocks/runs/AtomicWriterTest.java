package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.problem.ProblemException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicWriterTest {

  @TempDir private Path directory;

  @Test
  void replaceWritesAFileThatWasNotThereAndItsDirectories() throws IOException {
    Path file = directory.resolve("new").resolve("a.txt");

    new AtomicWriter().replace(file, bytes("one"));

    assertThat(file).hasContent("one");
    assertThat(entries(file.getParent())).containsExactly("a.txt");
  }

  @Test
  void replacePutsNewContentInPlaceOfOld() throws IOException {
    Path file = Files.writeString(directory.resolve("a.txt"), "a longer old content");

    new AtomicWriter().replace(file, bytes("new"));

    assertThat(file).hasContent("new");
    assertThat(entries(directory)).containsExactly("a.txt");
  }

  @Test
  void aDiskThatFillsUpLeavesTheOldContentAndNothingElse() throws IOException {
    Path file = Files.writeString(directory.resolve("a.txt"), "old");

    assertThatThrownBy(() -> full("No space left on device").replace(file, new byte[5000]))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The disk is full: " + file + " needs 5 KiB. Free some space in " + directory + ".");
    assertThat(file).hasContent("old");
    assertThat(entries(directory)).containsExactly("a.txt");
  }

  @Test
  void anyOtherFailureIsSaidInItsOwnWords() {
    Path file = directory.resolve("a.txt");

    assertThatThrownBy(() -> full("Input/output error").replace(file, new byte[5000]))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            file
                + " cannot be written: Input/output error. Choose another place, or allow"
                + " writing.");
  }

  @Test
  void aFileInThePlaceOfADirectoryIsSaidSo() throws IOException {
    Path inTheWay = Files.writeString(directory.resolve("runs"), "a file");
    Path file = inTheWay.resolve("a.txt");

    assertThatThrownBy(() -> new AtomicWriter().replace(file, bytes("x")))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            file
                + " cannot be written: a part of its path is not a directory. Choose another"
                + " place, or allow writing.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDirectoryThatTakesNoFilesIsNotSaidToBeGone() {
    assertThatThrownBy(() -> new AtomicWriter().replace(Path.of("/proc/a.txt"), bytes("x")))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "/proc/a.txt cannot be written: no file can be made in /proc. Choose another place, or"
                + " allow writing.");
  }

  @Test
  void whatCanBeWrittenIsFoundOutWithoutATrace() throws IOException {
    Path old = Files.writeString(directory.resolve("a.txt"), "old");

    new AtomicWriter().requireWritable(old);
    new AtomicWriter().requireWritable(directory.resolve("b.txt"));
    new AtomicWriter().requireWritable(directory.resolve("new").resolve("c.txt"));

    assertThat(old).hasContent("old");
    assertThat(entries(directory)).containsExactly("a.txt");
  }

  @Test
  void aFolderCannotBeWrittenAsAFile() {
    assertThatThrownBy(() -> new AtomicWriter().requireWritable(directory))
        .isInstanceOf(ProblemException.class)
        .hasMessage(directory + " is a folder; name a file in it.");
  }

  @Test
  void whatCannotBeWrittenIsFoundOutBefore() throws IOException {
    Path inTheWay = Files.writeString(directory.resolve("runs"), "a file");
    Path file = inTheWay.resolve("a.txt");

    assertThatThrownBy(() -> new AtomicWriter().requireWritable(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith(file + " cannot be written: ");
  }

  @Test
  void createLeavesAFileThatIsThere() throws IOException {
    Path file = Files.writeString(directory.resolve("a.txt"), "old");

    assertThat(new AtomicWriter().create(file, bytes("new"))).isFalse();
    assertThat(file).hasContent("old");
    assertThat(entries(directory)).containsExactly("a.txt");
  }

  @Test
  void ofManyThatCreateOneFileExactlyOneSucceeds() throws Exception {
    Path file = directory.resolve("a.txt");
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> creators =
          IntStream.range(0, 32)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> new AtomicWriter().create(file, bytes("content " + i)))
              .toList();
      List<Future<Boolean>> outcomes = threads.invokeAll(creators);

      assertThat(outcomes).extracting(Future::get).containsOnlyOnce(true);
    }
    assertThat(entries(directory)).containsExactly("a.txt");
  }

  private static AtomicWriter full(String message) {
    return new AtomicWriter(stream -> new DiskWithRoomFor(100, message, stream));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  /** Writes what fits, then fails as a disk does. */
  static final class DiskWithRoomFor extends FilterOutputStream {

    private final int room;
    private final String message;

    DiskWithRoomFor(int room, String message, OutputStream disk) {
      super(disk);
      this.room = room;
      this.message = message;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, Math.min(room, length));
      if (length > room) {
        throw new IOException(message);
      }
    }
  }
}
