package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLogTest {

  @TempDir Path directory;

  @Test
  void keepsEveryLineInTheFileAndTheLastOnesInMemory() throws IOException {
    Path file = directory.resolve("journals").resolve("run.log");
    try (EngineLog log = new EngineLog(file, 1_000_000)) {
      IntStream.range(0, 100).forEach(i -> log.append("line " + i));

      assertThat(log.tail()).hasSize(40).startsWith("line 60").endsWith("line 99");
    }
    assertThat(file).content().hasLineCount(100).startsWith("line 0\n");
  }

  @Test
  void makesNoFileWithoutALine() throws IOException {
    Path file = directory.resolve("run.log");
    new EngineLog(file, 1_000_000).close();

    assertThat(file).doesNotExist();
  }

  @Test
  void stopsWritingAtItsLimitAndKeepsListening() throws IOException {
    Path file = directory.resolve("run.log");
    try (EngineLog log = new EngineLog(file, 30)) {
      IntStream.range(0, 1_000).forEach(i -> log.append("0123456789"));
      log.append("last");

      assertThat(log.tail()).endsWith("last");
    }
    assertThat(Files.readAllLines(file))
        .containsExactly("0123456789", "0123456789", "… [the log is full]");
  }

  @Test
  void goesOnWithoutAFileWhereNoneCanBeMade() throws IOException {
    Path occupied = Files.writeString(directory.resolve("occupied"), "a file, not a directory");
    try (EngineLog log = new EngineLog(occupied.resolve("run.log"), 1_000)) {
      log.append("heard all the same");

      assertThat(log.tail()).containsExactly("heard all the same");
    }
  }
}
