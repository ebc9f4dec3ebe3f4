package dev.goldilocks.training;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Learns the tokenizer from the training text and encodes both texts with it. */
final class Tokenize {
  /** Merges are learned from every third document: more changes few of them. */
  private static final int LEARN_FROM_ONE_IN = 3;

  private static final int RAREST_WORD = 3;
  private static final int BATCH = 256;

  private Tokenize() {}

  static void run(Workspace workspace) throws IOException {
    learn(workspace.trainText(), workspace.tokenizer());
    try (HuggingFaceTokenizer tokenizer = TokenizerFile.open(workspace.tokenizer())) {
      encode(workspace.heldOutText(), tokenizer, workspace.heldOutIds());
      encode(workspace.trainText(), tokenizer, workspace.trainIds());
    }
  }

  private static void learn(Path text, Path tokenizer) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    Pattern words = Pattern.compile(TokenizerFile.WORDS);
    List<String> documents = Documents.read(text);
    for (int i = 0; i < documents.size(); i += LEARN_FROM_ONE_IN) {
      Matcher matcher = words.matcher(documents.get(i));
      while (matcher.find()) {
        counts.merge(matcher.group(), 1L, Long::sum);
      }
    }
    counts.values().removeIf(count -> count < RAREST_WORD);
    int merges = PairShape.SHIPPED.vocabulary() - 1 - 256;
    TokenizerFile.write(BpeTrainer.learn(counts, merges), tokenizer);
    System.out.printf("%d merges learned from %,d words%n", merges, counts.size());
  }

  /** Writes ids as little-endian 16-bit numbers, token 0 after each document. */
  private static void encode(Path text, HuggingFaceTokenizer tokenizer, Path ids)
      throws IOException {
    List<String> documents = Documents.read(text);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(ids), 1 << 20)) {
      for (int from = 0; from < documents.size(); from += BATCH) {
        List<String> batch = documents.subList(from, Math.min(from + BATCH, documents.size()));
        Encoding[] encodings = tokenizer.batchEncode(batch, false, false);
        for (int i = 0; i < encodings.length; i++) {
          Ids.write(out, encodings[i].getIds());
          Ids.write(out, 0);
        }
        if (!tokenizer.decode(encodings[0].getIds(), false).equals(batch.getFirst())) {
          throw new IllegalStateException("the tokenizer does not give back what it encoded");
        }
      }
    }
    long tokens = Files.size(ids) / Ids.BYTES;
    double ratio = (double) Files.size(text) / tokens;
    System.out.printf("%s: %,d tokens, %.3f bytes each%n", ids.getFileName(), tokens, ratio);
  }
}
