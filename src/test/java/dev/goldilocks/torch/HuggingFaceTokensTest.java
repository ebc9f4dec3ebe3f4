package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.decode.TokenText;
import dev.goldilocks.decode.Tokenizer;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceTokensTest {

  private static Tokenizer tokenizer() {
    return HuggingFaceTokens.read(Fixture.of("llama").checkpoint().tokenizerFile());
  }

  @Test
  void givesBackTheText() {
    try (Tokenizer tokenizer = tokenizer()) {
      String text = "if (größe > 3) {\n\treturn \"€\";\n}";
      assertThat(tokenizer.decode(ids(tokenizer.encode(text)))).isEqualTo(text);
    }
  }

  @Test
  void showsACharacterWhoseBytesAreNotCompleteAsAReplacement() {
    try (Tokenizer tokenizer = tokenizer()) {
      List<Integer> euro = ids(tokenizer.encode("x€"));

      assertThat(euro).hasSize(4);
      assertThat(tokenizer.decode(euro.subList(0, 2))).isEqualTo("x\uFFFD");
      assertThat(tokenizer.decode(euro.subList(0, 3))).isEqualTo("x\uFFFD");
      assertThat(tokenizer.decode(euro)).isEqualTo("x€");
    }
  }

  @Test
  void knowsSpecialTokensByTheirContentAndLeavesThemOutOfText() {
    try (Tokenizer tokenizer = tokenizer()) {
      assertThat(tokenizer.encode("<bos>x<eos>")).containsExactly(318, 120, 319);
      assertThat(tokenizer.decode(List.of(318, 120, 319))).isEqualTo("x");
    }
  }

  @Test
  void tellsWhatEachTokenAddsToAText() {
    try (Tokenizer tokenizer = tokenizer()) {
      List<TokenText> tokens =
          Arrays.stream(tokenizer.encode(" x\n€<eos>")).mapToObj(tokenizer::token).toList();

      assertThat(tokens)
          .containsExactly(
              new TokenText.Characters(" "),
              new TokenText.Characters("x"),
              new TokenText.Characters("\n"),
              new TokenText.Bytes("e2"),
              new TokenText.Bytes("82"),
              new TokenText.Bytes("ac"),
              new TokenText.Characters("<eos>"));
    }
  }

  @Test
  void saysWhichFileIsNoTokenizer(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tokenizer.json"),
            "{\"model\": {\"type\": \"Foo\", \"vocab\": {\"a\": 0}}}");

    assertThatThrownBy(() -> HuggingFaceTokens.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(file + " cannot be read as a tokenizer; download the file again.");
  }

  private static List<Integer> ids(int[] ids) {
    return Arrays.stream(ids).boxed().toList();
  }

  /** The library would end this process at some of them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"decoder\":{\"type\":\"Byte",
        "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0",
        "{\"added_tokens\":[{\"id\":",
      })
  void refusesAFileThatStopsHalfWay(String beginning, @TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("tokenizer.json"), beginning);

    assertThatThrownBy(() -> HuggingFaceTokens.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(file + " is not valid JSON; download it again.");
  }
}
