package dev.goldilocks.torch;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.goldilocks.checkpoint.TokenPieces;
import dev.goldilocks.decode.TokenText;
import dev.goldilocks.decode.Tokenizer;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A tokenizer read from a checkpoint's {@code tokenizer.json} by the tokenizers library. */
public final class HuggingFaceTokens implements Tokenizer {

  private final HuggingFaceTokenizer tokenizer;
  private final Path file;

  /** Read when the first token is asked for: the vocabulary is large, and most uses are texts. */
  private Optional<TokenPieces> pieces = Optional.empty();

  private HuggingFaceTokens(HuggingFaceTokenizer tokenizer, Path file) {
    this.tokenizer = tokenizer;
    this.file = file;
  }

  /**
   * Reads a tokenizer.
   *
   * @param file a {@code tokenizer.json}; truncation and padding that it asks for are left out
   * @throws ProblemException when it is damaged or uses parts that the library does not know
   */
  public static HuggingFaceTokens read(Path file) {
    // At a file that stops half-way the library does not fail: it ends the whole process.
    TokenPieces.read(file);
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    try {
      return new HuggingFaceTokens(
          HuggingFaceTokenizer.builder()
              .optTokenizerPath(file)
              .optTruncation(false)
              .optPadding(false)
              .optAddSpecialTokens(true)
              .build(),
          file);
    } catch (IOException | RuntimeException e) {
      throw new ProblemException(
          file + " cannot be read as a tokenizer; download the file again.", e);
    }
  }

  @Override
  public int[] encode(String text) {
    long[] ids = tokenizer.encode(text).getIds();
    int[] narrow = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      narrow[i] = Math.toIntExact(ids[i]);
    }
    return narrow;
  }

  @Override
  public String decode(List<Integer> ids) {
    return tokenizer.decode(ids.stream().mapToLong(Integer::longValue).toArray(), true);
  }

  @Override
  public TokenText token(int id) {
    TokenPieces known = pieces.orElseGet(() -> TokenPieces.read(file));
    pieces = Optional.of(known);
    byte[] bytes = known.bytes(id);
    try {
      return new TokenText.Characters(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new TokenText.Bytes(HexFormat.of().formatHex(bytes));
    }
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
