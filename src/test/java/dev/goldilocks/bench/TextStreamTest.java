package dev.goldilocks.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.TokenText;
import dev.goldilocks.decode.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextStreamTest {

  @Test
  void aCharacterShowsWhenItsLastByteIsThere() {
    TextStream stream = new TextStream(new ByteTokenizer());

    List<String> shown = new ArrayList<>();
    for (byte unit : "aé😀b".getBytes(UTF_8)) {
      shown.add(stream.append(List.of((int) unit)));
    }

    assertThat(shown).containsExactly("a", "", "é", "", "", "", "😀", "b");
  }

  @Test
  void bytesThatNeverMakeACharacterAreShownAsSuchInTheEnd() {
    TextStream stream = new TextStream(new ByteTokenizer());

    List<String> shown = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      shown.add(stream.append(List.of(0x80)));
    }

    assertThat(shown).containsExactly("", "", "", "\uFFFD\uFFFD\uFFFD\uFFFD", "\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7})
  void theTextDoesNotDependOnThePortions(int portion) {
    String text = "ein Größenwahn, 文字化け und 🎲🎲!";
    List<Integer> ids = new ArrayList<>();
    for (byte unit : text.getBytes(UTF_8)) {
      ids.add((int) unit);
    }
    TextStream stream = new TextStream(new ByteTokenizer());

    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < ids.size(); i += portion) {
      shown.append(stream.append(ids.subList(i, Math.min(i + portion, ids.size()))));
    }

    assertThat(shown).hasToString(text);
  }

  @Test
  void spacesThatATokenizerDropsAtTheBeginningAreKeptInTheMiddle() {
    TextStream stream = new TextStream(new WordTokenizer());

    assertThat(
            List.of(
                stream.append(List.of(1)), stream.append(List.of(2, 3)), stream.append(List.of(1))))
        .containsExactly("one", " two three", " one");
  }

  /** One token a byte. */
  private static final class ByteTokenizer implements Tokenizer {

    @Override
    public int[] encode(String text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String decode(List<Integer> ids) {
      byte[] bytes = new byte[ids.size()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = ids.get(i).byteValue();
      }
      return new String(bytes, UTF_8);
    }

    @Override
    public TokenText token(int id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  /** Words with a space before them, which is dropped at the beginning as SentencePiece does. */
  private static final class WordTokenizer implements Tokenizer {

    private static final List<String> WORDS = List.of(" zero", " one", " two", " three");

    @Override
    public int[] encode(String text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String decode(List<Integer> ids) {
      return ids.stream().map(WORDS::get).reduce("", String::concat).stripLeading();
    }

    @Override
    public TokenText token(int id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
