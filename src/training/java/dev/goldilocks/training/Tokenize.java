package dev.goldilocks.training;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Learns the tokenizer, writes it as a Hugging Face tokenizer.json, and encodes the texts with it. */
final class Tokenize {
  static final int VOCABULARY = 4096;
  static final String END = "<|endoftext|>";

  /** How text is cut into words before merging; the same in Java's and in Oniguruma's syntax. */
  private static final String WORDS =
      "[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  private static final int LEARN_FROM_ONE_IN = 3;

  private Tokenize() {}

  static void learn(Path train, Path tokenizer) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    Pattern words = Pattern.compile(WORDS);
    List<String> documents = documents(train);
    for (int i = 0; i < documents.size(); i += LEARN_FROM_ONE_IN) {
      Matcher matcher = words.matcher(documents.get(i));
      while (matcher.find()) {
        counts.merge(matcher.group(), 1L, Long::sum);
      }
    }
    counts.values().removeIf(count -> count < 3);
    List<BpeTrainer.Merge> merges = BpeTrainer.learn(counts, VOCABULARY - 257);
    Files.createDirectories(tokenizer.getParent());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(tokenizer.toFile(), json(merges));
    System.out.printf("tokenizer: %d merges from %,d words%n", merges.size(), counts.size());
  }

  static List<String> documents(Path text) throws IOException {
    byte[] bytes = Files.readAllBytes(text);
    List<String> documents = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        documents.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    return documents;
  }

  /** Token 0 is the end of a document, 1 to 256 are the bytes, the rest are merges in order. */
  private static ObjectNode json(List<BpeTrainer.Merge> merges) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("version", "1.0").putNull("truncation").putNull("padding");
    root.putArray("added_tokens")
        .addObject()
        .put("id", 0)
        .put("content", END)
        .put("single_word", false)
        .put("lstrip", false)
        .put("rstrip", false)
        .put("normalized", false)
        .put("special", true);
    root.putNull("normalizer");
    ObjectNode pre = root.putObject("pre_tokenizer").put("type", "Sequence");
    ArrayNode steps = pre.putArray("pretokenizers");
    ObjectNode split = steps.addObject().put("type", "Split");
    split.putObject("pattern").put("Regex", WORDS);
    split.put("behavior", "Isolated").put("invert", false);
    byteLevel(steps.addObject());
    root.putNull("post_processor");
    byteLevel(root.putObject("decoder"));
    ObjectNode model = root.putObject("model").put("type", "BPE");
    model.putNull("dropout").putNull("unk_token").putNull("continuing_subword_prefix");
    model.putNull("end_of_word_suffix").put("fuse_unk", false).put("byte_fallback", false);
    model.put("ignore_merges", false);
    ObjectNode vocab = model.putObject("vocab");
    ArrayNode pairs = model.putArray("merges");
    List<String> names = new ArrayList<>();
    vocab.put(END, 0);
    for (int b = 0; b < 256; b++) {
      names.add(String.valueOf(letter(b)));
      vocab.put(names.get(b), 1 + b);
    }
    for (BpeTrainer.Merge merge : merges) {
      String left = names.get(merge.left());
      String right = names.get(merge.right());
      pairs.addArray().add(left).add(right);
      vocab.put(left + right, 1 + names.size());
      names.add(left + right);
    }
    return root;
  }

  private static void byteLevel(ObjectNode node) {
    node.put("type", "ByteLevel").put("add_prefix_space", false);
    node.put("trim_offsets", true).put("use_regex", false);
  }

  /** The printable character that stands for a byte in GPT-2's byte-level alphabet. */
  static char letter(int b) {
    int shifted = 256;
    for (int i = 0; i < b; i++) {
      if (!printable(i)) {
        shifted++;
      }
    }
    return (char) (printable(b) ? b : shifted);
  }

  private static boolean printable(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || (b >= 0xae && b <= 0xff);
  }

  static HuggingFaceTokenizer tokenizer(Path file) throws IOException {
    return HuggingFaceTokenizer.builder()
        .optTokenizerPath(file)
        .optTruncation(false)
        .optPadding(false)
        .optAddSpecialTokens(false)
        .build();
  }

  /** Writes the ids of a text as little-endian 16-bit numbers, each document followed by token 0. */
  static void encode(Path text, Path tokenizer, Path ids) throws IOException {
    long tokens = 0;
    long bytes = Files.size(text);
    try (HuggingFaceTokenizer hf = tokenizer(tokenizer);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(ids), 1 << 20)) {
      List<String> documents = documents(text);
      for (int from = 0; from < documents.size(); from += 256) {
        List<String> batch = documents.subList(from, Math.min(from + 256, documents.size()));
        Encoding[] encodings = hf.batchEncode(batch, false, false);
        for (int i = 0; i < encodings.length; i++) {
          long[] document = encodings[i].getIds();
          if (from == 0 && !hf.decode(document, false).equals(batch.get(i))) {
            throw new IllegalStateException("the tokenizer does not give back the text it encoded");
          }
          for (long id : document) {
            out.write((int) id);
            out.write((int) (id >>> 8));
          }
          out.write(0);
          out.write(0);
          tokens += document.length + 1;
        }
      }
    }
    System.out.printf(
        "%s: %,d tokens, %.4f bytes a token%n", ids.getFileName(), tokens, (double) bytes / tokens);
  }
}
