package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {

  @TempDir Path directory;

  @Test
  void holdsEachLineAsSoonAsItIsAppended() throws IOException {
    Path file = directory.resolve("journals").resolve("run.jsonl");
    try (RunJournal journal = RunJournal.start(file)) {
      journal.append("{\"header\":1}");
      journal.append("{\"event\":\"ü\"}");

      assertThat(Files.readString(file)).isEqualTo("{\"header\":1}\n{\"event\":\"ü\"}\n");
      assertThat(journal.problem()).isEmpty();
    }
  }

  @Test
  void isLockedWhileItIsOpenAndFreeAfterwards() throws IOException {
    Path file = directory.resolve("run.jsonl");
    RunJournal journal = RunJournal.start(file);
    try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThatExceptionOfType(OverlappingFileLockException.class).isThrownBy(other::tryLock);

      journal.close();

      assertThat(other.tryLock()).isNotNull();
    }
  }

  @Test
  void stopsWithASentenceWhenTheDiskIsFull() {
    Disk disk = new Disk(10);
    try (RunJournal journal = new RunJournal("journals/run.jsonl", () -> disk)) {
      journal.append("12345678");
      assertThat(journal.problem()).isEmpty();

      journal.append("12345678");
      journal.append("never tried");

      assertThat(journal.problem())
          .contains(
              "The journal journals/run.jsonl cannot be written (No space left on device)"
                  + ": the run goes on, but could not be recovered if this program"
                  + " ended; make room or make it writable before the next run.");
    }
    assertThat(disk.content.toString(StandardCharsets.UTF_8)).isEqualTo("12345678\n1");
    assertThat(disk.open).isFalse();
  }

  @Test
  void saysSoWhenItsDirectoryCannotBeMade() throws IOException {
    Path occupied = Files.writeString(directory.resolve("occupied"), "a file, not a directory");
    try (RunJournal journal = RunJournal.start(occupied.resolve("run.jsonl"))) {
      journal.append("{}");

      assertThat(journal.problem().orElseThrow())
          .contains(occupied.resolve("run.jsonl") + " cannot be written");
    }
  }

  /** A disk with so many bytes of room. */
  private static final class Disk implements WritableByteChannel {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final int size;
    private boolean open = true;

    Disk(int size) {
      this.size = size;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      if (content.size() == size) {
        throw new IOException("No space left on device");
      }
      int count = Math.min(source.remaining(), size - content.size());
      byte[] bytes = new byte[count];
      source.get(bytes);
      content.writeBytes(bytes);
      return count;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
