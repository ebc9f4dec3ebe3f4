package dev.goldilocks.training;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks prompts out of held-out files: each is the last whole lines before a cut, and none of them
 * occurs in the training text, nor does its last part.
 */
final class Prompts {
  private static final int EACH = 8;
  private static final int FEWEST_TOKENS = 60;
  private static final int MOST_TOKENS = 200;
  private static final int LAST_PART = 160;

  private static final Pattern BETWEEN_LICENCES = Pattern.compile("\n%%\n");

  private final byte[] train;
  private final HuggingFaceTokenizer tokenizer;
  private final Set<String> used = new HashSet<>();
  private final List<ObjectNode> picked = new ArrayList<>();

  private Prompts(byte[] train, HuggingFaceTokenizer tokenizer) {
    this.train = train;
    this.tokenizer = tokenizer;
  }

  /** Where a prompt of a category may end: at the end of the pattern's match. */
  private enum Category {
    CODE(
        "(?m)^    (public|protected|private|static)[^;={}]*\\([^;{}]*\\)[^;={}]*\\{\\n"
            + "[^\\n"
            + "]{12,}\\n") {
      @Override
      boolean suits(String document) {
        return !document.contains("Test");
      }
    },
    JAVADOC("(?m)^ */\\*\\*\\n(?: *\\* [A-Z][^\\n@]{40,}\\n)(?: *\\* [a-z][^\\n@]{30,}\\n)?") {
      @Override
      boolean suits(String document) {
        return !document.contains("Test");
      }
    },
    TESTS("(?m)^ *@Test\\n *(public )?void [^;{}]*\\{\\n[^\\n]{12,}\\n") {
      @Override
      boolean suits(String document) {
        return document.contains("import org.junit");
      }
    },
    IMPORTS("(?m)\\A(?:[^\\n]*\\n){0,60}?(?:import [^\\n]*;\\n){3,9}") {
      @Override
      boolean suits(String document) {
        return document.startsWith("package ");
      }
    };

    private final Pattern end;

    Category(String end) {
      this.end = Pattern.compile(end);
    }

    abstract boolean suits(String document);

    String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static void run(Workspace workspace, Path licences, Path output) throws IOException {
    List<String> heldOut = Documents.read(workspace.heldOutText());
    try (HuggingFaceTokenizer tokenizer = TokenizerFile.open(workspace.tokenizer())) {
      Prompts prompts = new Prompts(Files.readAllBytes(workspace.trainText()), tokenizer);
      for (Category category : Category.values()) {
        prompts.pick(category, heldOut);
      }
      for (String licence : BETWEEN_LICENCES.splitAsStream(Files.readString(licences)).toList()) {
        if (contains(prompts.train, licence.getBytes(StandardCharsets.UTF_8))) {
          throw new IllegalStateException("in the training text: " + licence);
        }
        prompts.add("licence", licence);
      }
      Files.createDirectories(output.getParent());
      List<String> lines = prompts.picked.stream().map(ObjectNode::toString).toList();
      Files.write(output, lines, StandardCharsets.UTF_8);
    }
  }

  /** One prompt a file, from the first files that have one. */
  private void pick(Category category, List<String> documents) {
    int before = picked.size();
    for (String document : documents) {
      if (picked.size() - before == EACH) {
        return;
      }
      if (category.suits(document) && !used.contains(document)) {
        first(category, document)
            .ifPresent(
                text -> {
                  used.add(document);
                  add(category.title(), text);
                });
      }
    }
    if (picked.size() - before < EACH) {
      throw new IllegalStateException("too few held-out files suit " + category.title());
    }
  }

  private Optional<String> first(Category category, String document) {
    for (Matcher matcher = category.end.matcher(document); matcher.find(); ) {
      Optional<String> text = before(document, matcher.end());
      if (text.isPresent() && !inTraining(text.get())) {
        return text;
      }
    }
    return Optional.empty();
  }

  /**
   * As many whole lines before a cut as the tokens allow, from an empty line or the file's start
   * on.
   */
  private Optional<String> before(String document, int end) {
    Optional<String> longest = Optional.empty();
    for (int start = paragraph(document, end); start >= 0; start = paragraph(document, start)) {
      String text = document.substring(start, end);
      int tokens = tokenizer.encode(text).getIds().length;
      if (tokens > MOST_TOKENS) {
        return longest;
      }
      if (tokens >= FEWEST_TOKENS) {
        longest = Optional.of(text);
      }
    }
    return longest;
  }

  /** The start of the last paragraph that starts before a position, or -1. */
  private static int paragraph(String document, int position) {
    for (int i = position - 1; i > 0; i--) {
      boolean afterEmptyLine = i >= 2 && document.startsWith("\n\n", i - 2);
      if (afterEmptyLine && document.charAt(i) != '\n') {
        return i;
      }
    }
    return position > 0 ? 0 : -1;
  }

  private void add(String category, String text) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("question_id", picked.size() + 1).put("category", category);
    node.putArray("turns").add(text);
    picked.add(node);
  }

  /** Whether the training text holds a prompt's last part. */
  private boolean inTraining(String prompt) {
    String last = prompt.substring(Math.max(0, prompt.length() - LAST_PART));
    return contains(train, last.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean contains(byte[] text, byte[] part) {
    int last = part.length - 1;
    int[] skip = new int[256];
    Arrays.fill(skip, part.length);
    for (int i = 0; i < last; i++) {
      skip[part[i] & 0xff] = last - i;
    }
    for (int i = 0; i + last < text.length; i += skip[text[i + last] & 0xff]) {
      int j = last;
      while (j >= 0 && text[i + j] == part[j]) {
        j--;
      }
      if (j < 0) {
        return true;
      }
    }
    return false;
  }
}
