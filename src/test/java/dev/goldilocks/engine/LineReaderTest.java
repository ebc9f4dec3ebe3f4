package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  @Test
  void givesLinesWithoutTheirEnds() throws IOException {
    assertThat(linesOf("one\ntwo\r\n\nüñï\n", 100)).containsExactly("one", "two", "", "üñï");
  }

  @Test
  void givesALastLineThatHasNoEnd() throws IOException {
    assertThat(linesOf("whole\ncut o", 100)).containsExactly("whole", "cut o");
  }

  @Test
  void keepsALineOfExactlyTheLimit() throws IOException {
    assertThat(linesOf("12345\n", 5)).containsExactly("12345");
  }

  @Test
  void cutsALineOverTheLimitAndGoesOnWithTheNext() throws IOException {
    assertThat(linesOf("123456\nnext\n", 5))
        .containsExactly("12345… [line of 6 bytes cut]", "next");
  }

  @Test
  void keepsALineThatIsLongerThanOneRead() throws IOException {
    String line = "x".repeat(300_000);

    assertThat(linesOf(line + "\nnext", 1 << 20)).containsExactly(line, "next");
  }

  @Test
  void readsALineThatNeverEndsInBoundedMemory() throws IOException {
    long endless = 3L << 30;

    try (LineReader reader = new LineReader(new Zeros(endless), 1 << 20)) {
      assertThat(reader.next().orElseThrow()).endsWith("… [line of 3221225472 bytes cut]");
      assertThat(reader.next()).isEmpty();
    }
  }

  private static List<String> linesOf(String text, int limit) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LineReader reader =
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit)) {
      for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }

  /** So many zero bytes. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long count) {
      left = count;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read in blocks");
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      left -= count;
      return count;
    }
  }
}
