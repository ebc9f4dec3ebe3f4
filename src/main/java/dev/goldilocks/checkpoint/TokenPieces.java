package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes that each token of a {@code tokenizer.json} stands for. Two alphabets are known: that
 * of byte-level BPE (Radford et al. 2019, GPT-2), where every character of a token stands for one
 * byte; and that of SentencePiece, where {@code U+2581} is a space and {@code <0x0A>} one byte.
 * Added tokens are written out.
 */
public final class TokenPieces {

  private static final Pattern SINGLE_BYTE = Pattern.compile("<0x([0-9A-Fa-f]{2})>");
  private static final char SPACE = '\u2581';

  private final SortedMap<Integer, String> model;
  private final SortedMap<Integer, String> added;
  private final boolean byteLevel;
  private final Map<Integer, Integer> alphabet = new HashMap<>();

  TokenPieces(
      SortedMap<Integer, String> model, SortedMap<Integer, String> added, boolean byteLevel) {
    this.model = model;
    this.added = added;
    this.byteLevel = byteLevel;
    int standIn = 256;
    for (int value = 0; value < 256; value++) {
      alphabet.put(standsForItself(value) ? value : standIn++, value);
    }
  }

  /**
   * Reads the vocabulary of a {@code tokenizer.json}.
   *
   * @throws ProblemException when the file cannot be read or holds no vocabulary
   */
  public static TokenPieces read(Path file) {
    return TokenizerVocabulary.pieces(file);
  }

  /**
   * What the token adds to a text; nothing for an id that the file has no token for, which a model
   * with padded embeddings can write.
   */
  public byte[] bytes(int id) {
    String special = added.get(id);
    if (special != null) {
      return special.getBytes(StandardCharsets.UTF_8);
    }
    String piece = model.getOrDefault(id, "");
    return byteLevel ? ofByteLevel(piece) : ofSentencePiece(piece);
  }

  private byte[] ofByteLevel(String piece) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    piece
        .codePoints()
        .forEach(
            character -> {
              Integer value = alphabet.get(character);
              if (value == null) {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
              } else {
                bytes.write(value);
              }
            });
    return bytes.toByteArray();
  }

  private static byte[] ofSentencePiece(String piece) {
    Matcher single = SINGLE_BYTE.matcher(piece);
    return single.matches()
        ? new byte[] {(byte) Integer.parseInt(single.group(1), 16)}
        : piece.replace(SPACE, ' ').getBytes(StandardCharsets.UTF_8);
  }

  /** The printable characters of Latin-1, as GPT-2's {@code bytes_to_unicode} lists them. */
  private static boolean standsForItself(int value) {
    return (value >= '!' && value <= '~')
        || (value >= 0xA1 && value <= 0xAC)
        || (value >= 0xAE && value <= 0xFF);
  }
}
