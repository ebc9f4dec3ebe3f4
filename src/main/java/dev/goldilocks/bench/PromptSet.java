package dev.goldilocks.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prompts from a file in the form of Spec-Bench: one JSON object a line with {@code question_id} (a
 * number or a text), {@code category} and {@code turns}, of which the first is the prompt.
 *
 * @param prompts at least one, in the order of the file
 * @param withFurtherTurns how many of them stood before further turns, which are not used: a second
 *     turn would follow on an answer, and sides that wrote different answers could not be compared
 */
public record PromptSet(List<Prompt> prompts, int withFurtherTurns) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Far over any benchmark's prompts; a larger file is another kind of file. */
  private static final long MOST_BYTES = 100_000_000;

  /** Over the longest contexts of today; tokenizers take minutes for what is much longer. */
  private static final int LONGEST_PROMPT = 1_000_000;

  /** Some editors begin UTF-8 files with it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  public PromptSet {
    prompts = List.copyOf(prompts);
  }

  /**
   * Reads a file.
   *
   * @throws ProblemException when it cannot be read, a line is not a prompt, or two have one id;
   *     the sentence names file and line
   */
  public static PromptSet read(Path file) {
    List<String> lines = lines(file);
    List<Prompt> prompts = new ArrayList<>();
    Map<String, Integer> lineOfId = new HashMap<>();
    int withFurtherTurns = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Line line = new Line(file, i + 1);
        JsonNode question = line.question(lines.get(i));
        Prompt prompt = line.prompt(question);
        line.requireNewId(prompt, lineOfId.putIfAbsent(prompt.id(), line.number()));
        prompts.add(prompt);
        withFurtherTurns += question.path("turns").size() > 1 ? 1 : 0;
      }
    }
    if (prompts.isEmpty()) {
      throw new ProblemException(
          file + " holds no prompt; give a file with one JSON object a line.");
    }
    return new PromptSet(prompts, withFurtherTurns);
  }

  /**
   * Some of the prompts, spread evenly: one of each category in turn, the categories in the order
   * in which they first appear, the prompts of each in the order of the file. A smaller choice is
   * the beginning of a larger one.
   *
   * @param limit most prompts, at least 1
   */
  public List<Prompt> spread(int limit) {
    Map<String, Deque<Prompt>> byCategory = new LinkedHashMap<>();
    for (Prompt prompt : prompts) {
      byCategory.computeIfAbsent(prompt.category(), _ -> new ArrayDeque<>()).add(prompt);
    }
    Collection<Deque<Prompt>> left = byCategory.values();
    List<Prompt> chosen = new ArrayList<>();
    while (!left.isEmpty() && chosen.size() < limit) {
      left.stream().limit(limit - chosen.size()).forEach(queue -> chosen.add(queue.remove()));
      left.removeIf(Deque::isEmpty);
    }
    return chosen;
  }

  private static List<String> lines(Path file) {
    try {
      requireSensibleSize(file);
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() || !lines.getFirst().startsWith(BYTE_ORDER_MARK)
          ? lines
          : withoutMark(lines);
    } catch (NoSuchFileException e) {
      throw new ProblemException("There is no prompt file " + file + "; give one that exists.", e);
    } catch (CharacterCodingException e) {
      throw new ProblemException(file + " is not UTF-8 text; save the prompts as UTF-8.", e);
    } catch (IOException e) {
      throw new ProblemException(
          "The prompt file " + file + " cannot be read; check that it is a readable file.", e);
    }
  }

  private static List<String> withoutMark(List<String> lines) {
    List<String> clean = new ArrayList<>(lines);
    clean.set(0, lines.getFirst().substring(BYTE_ORDER_MARK.length()));
    return clean;
  }

  /** Files that never end have no size. */
  private static void requireSensibleSize(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ProblemException(
          "The prompt file " + file + " cannot be read; check that it is a readable file.");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new ProblemException(
          "The prompt file %s has %d bytes, more than the %d that prompts can sensibly have; give a file with one JSON object a line."
              .formatted(file, Files.size(file), MOST_BYTES));
    }
  }

  /** One line of the file, for sentences about it. */
  private record Line(Path file, int number) {

    JsonNode question(String text) {
      JsonNode question;
      try {
        question = MAPPER.readTree(text);
      } catch (JsonProcessingException e) {
        throw new ProblemException(where() + " is not JSON; write one object a line.", e);
      }
      if (!question.isObject()) {
        throw new ProblemException(where() + " is not a JSON object; write one object a line.");
      }
      return question;
    }

    Prompt prompt(JsonNode question) {
      JsonNode id = question.path("question_id");
      require(id.isIntegralNumber() || id.isTextual(), "question_id", "a whole number or a text");
      JsonNode category = question.path("category");
      require(category.isTextual() && !category.textValue().isBlank(), "category", "a text");
      JsonNode turn = question.path("turns").path(0);
      require(
          turn.isTextual() && !turn.textValue().isBlank(),
          "turns",
          "a list that begins with a text");
      requireSensibleLength(turn.textValue());
      return new Prompt(id.asText(), category.textValue(), turn.textValue());
    }

    private void requireSensibleLength(String prompt) {
      if (prompt.length() > LONGEST_PROMPT) {
        throw new ProblemException(
            "%s has a prompt of %d characters, more than the %d that are read; shorten it."
                .formatted(where(), prompt.length(), LONGEST_PROMPT));
      }
    }

    private void require(boolean right, String field, String form) {
      if (!right) {
        throw new ProblemException(
            where() + " has no usable \"" + field + "\"; give it " + form + ".");
      }
    }

    /** Figures are worked out by prompt, which its id must tell from all others. */
    private void requireNewId(Prompt prompt, Integer lineBefore) {
      if (lineBefore != null) {
        throw new ProblemException(
            where()
                + " has the \"question_id\" "
                + prompt.id()
                + " of line "
                + lineBefore
                + "; give each prompt its own.");
      }
    }

    private String where() {
      return file + ", line " + number;
    }
  }
}
