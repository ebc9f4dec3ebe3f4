package dev.goldilocks.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerFileTest {
  @TempDir Path folder;

  @Test
  void bytesStandForTheCharactersOfGpt2() {
    List<String> names = TokenizerFile.byteNames();

    assertThat(names).hasSize(256).doesNotHaveDuplicates();
    assertThat(names.get('A')).isEqualTo("A");
    assertThat(names.get(' ')).isEqualTo("\u0120");
    assertThat(names.get('\n')).isEqualTo("\u010a");
    assertThat(names.get(0xff)).isEqualTo("\u00ff");
  }

  @Test
  void theFileIsReadByTheTokenizersLibrary() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    TokenizerFile.write(
        List.of(new BpeTrainer.Merge(' ', ' '), new BpeTrainer.Merge('i', 'f')), file);

    try (HuggingFaceTokenizer tokenizer = TokenizerFile.open(file)) {
      String text = "   if\u00e9\n";
      long[] ids = tokenizer.encode(text).getIds();

      // Two of the three spaces are one token; the third belongs to the word.
      assertThat(ids).containsExactly(257, 1 + ' ', 258, 1 + 0xc3, 1 + 0xa9, 1 + '\n');
      assertThat(tokenizer.decode(ids, false)).isEqualTo(text);
    }
  }

  @Test
  void theEndOfADocumentIsTokenZero() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    TokenizerFile.write(List.of(), file);

    try (HuggingFaceTokenizer tokenizer = TokenizerFile.open(file)) {
      assertThat(tokenizer.encode("a<|endoftext|>").getIds()).containsExactly(1 + 'a', 0);
    }
  }
}
