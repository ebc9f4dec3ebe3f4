package dev.goldilocks.training;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A byte-level tokenizer as a Hugging Face tokenizer.json. Token 0 ends a document, 1 to 256 are
 * the bytes, the rest are the merges in the order in which they were learned.
 */
final class TokenizerFile {
  /** The token that ends a document. */
  static final String END = "<|endoftext|>";

  /**
   * How text is cut into words before merging, in a syntax that Java and Oniguruma share: Llama 3's
   * pattern without its English contractions. Runs of spaces stay together, for the indentation.
   */
  static final String WORDS =
      "[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
          + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

  private TokenizerFile() {}

  static void write(List<BpeTrainer.Merge> merges, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json(merges));
  }

  /** Opens a tokenizer that neither truncates nor pads nor adds tokens. */
  static HuggingFaceTokenizer open(Path file) throws IOException {
    return HuggingFaceTokenizer.builder()
        .optTokenizerPath(file)
        .optTruncation(false)
        .optPadding(false)
        .optAddSpecialTokens(false)
        .build();
  }

  private static ObjectNode json(List<BpeTrainer.Merge> merges) {
    ObjectNode root = new ObjectMapper().createObjectNode();
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
    ObjectNode cutting = root.putObject("pre_tokenizer").put("type", "Sequence");
    ArrayNode steps = cutting.putArray("pretokenizers");
    ObjectNode split = steps.addObject().put("type", "Split");
    split.putObject("pattern").put("Regex", WORDS);
    split.put("behavior", "Isolated").put("invert", false);
    byteLevel(steps.addObject());
    root.putNull("post_processor");
    byteLevel(root.putObject("decoder"));
    model(root.putObject("model"), merges);
    return root;
  }

  private static void byteLevel(ObjectNode node) {
    node.put("type", "ByteLevel").put("add_prefix_space", false);
    node.put("trim_offsets", true).put("use_regex", false);
  }

  private static void model(ObjectNode model, List<BpeTrainer.Merge> merges) {
    model.put("type", "BPE").putNull("dropout").putNull("unk_token");
    model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
    model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
    ObjectNode vocabulary = model.putObject("vocab").put(END, 0);
    ArrayNode pairs = model.putArray("merges");
    List<String> names = new ArrayList<>(byteNames());
    names.forEach(name -> vocabulary.put(name, vocabulary.size()));
    for (BpeTrainer.Merge merge : merges) {
      String left = names.get(merge.left());
      String right = names.get(merge.right());
      pairs.addArray().add(left).add(right);
      names.add(left + right);
      vocabulary.put(left + right, vocabulary.size());
    }
  }

  /**
   * The printable characters that stand for the 256 bytes in GPT-2's alphabet: a byte that prints
   * in Latin-1 stands for itself, the others for the characters from 256 on.
   */
  static List<String> byteNames() {
    List<String> names = new ArrayList<>();
    char shifted = 256;
    for (char b = 0; b < 256; b++) {
      boolean prints = (b >= '!' && b <= '~') || (b >= '\u00a1' && b <= '\u00ac') || b >= '\u00ae';
      names.add(String.valueOf(prints ? b : shifted++));
    }
    return names;
  }
}
