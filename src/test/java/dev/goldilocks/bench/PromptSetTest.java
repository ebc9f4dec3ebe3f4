package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptSetTest {

  @TempDir private Path folder;

  @Test
  void readsTheFirstTurnOfEachQuestion() throws IOException {
    Path file =
        write(
            """
            {"question_id": 81, "category": "writing", "turns": ["Füge an.", "And then?"], "reference": []}

            {"question_id": "code/7", "category": "code", "turns": [" int x\\n"]}
            """);

    assertThat(PromptSet.read(file))
        .isEqualTo(
            new PromptSet(
                List.of(
                    new Prompt("81", "writing", "Füge an."),
                    new Prompt("code/7", "code", " int x\n")),
                1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"question_id": 1                                        | is not JSON; write one object a line.
          {"question_id": 1} 2                                     | is not JSON; write one object a line.
          ["a"]                                                    | is not a JSON object; write one object a line.
          {"category": "a", "turns": ["x"]}                        | has no usable "question_id"; give it a whole number or a text.
          {"question_id": 1.5, "category": "a", "turns": ["x"]}    | has no usable "question_id"; give it a whole number or a text.
          {"question_id": 1, "turns": ["x"]}                       | has no usable "category"; give it a text.
          {"question_id": 1, "category": " ", "turns": ["x"]}      | has no usable "category"; give it a text.
          {"question_id": 1, "category": "a", "turns": []}         | has no usable "turns"; give it a list that begins with a text.
          {"question_id": 1, "category": "a", "turns": [""]}       | has no usable "turns"; give it a list that begins with a text.
          {"question_id": 1, "category": "a", "turns": "x"}        | has no usable "turns"; give it a list that begins with a text.
          """)
  void aLineThatIsNoPromptIsNamed(String line, String complaint) throws IOException {
    Path file =
        write("{\"question_id\": 1, \"category\": \"a\", \"turns\": [\"x\"]}\n" + line + "\n");

    assertThatThrownBy(() -> PromptSet.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(file + ", line 2 " + complaint);
  }

  @Test
  void whatWindowsEditorsWriteIsRead() throws IOException {
    Path file =
        write(
            String.join(
                "\r\n",
                "\uFEFF{\"question_id\": 1, \"category\": \"a\", \"turns\": [\"x\"]}",
                "",
                "{\"question_id\": 2, \"category\": \"a\", \"turns\": [\"y\"]}",
                ""));

    assertThat(PromptSet.read(file).prompts())
        .containsExactly(new Prompt("1", "a", "x"), new Prompt("2", "a", "y"));
  }

  @Test
  void aPromptLongerThanAnyContextIsNamedAndNotTokenized() throws IOException {
    Path file =
        write(
            "{\"question_id\": 1, \"category\": \"a\", \"turns\": [\"%s\"]}"
                .formatted("x".repeat(1_000_001)));

    assertThatThrownBy(() -> PromptSet.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            file
                + ", line 1 has a prompt of 1000001 characters, more than the 1000000 that are"
                + " read; shorten it.");
  }

  @Test
  void aFileFarTooLargeIsNotReadAtAll() throws IOException {
    Path file = folder.resolve("prompts.jsonl");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100_000_001);
    }

    assertThatThrownBy(() -> PromptSet.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The prompt file "
                + file
                + " has 100000001 bytes, more than the 100000000 that prompts can sensibly have;"
                + " give a file with one JSON object a line.");
  }

  @Test
  void aFileWithoutPromptsIsNamed() throws IOException {
    Path file = write("\n \n");

    assertThatThrownBy(() -> PromptSet.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(file + " holds no prompt; give a file with one JSON object a line.");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.jsonl");

    assertThatThrownBy(() -> PromptSet.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage("There is no prompt file " + file + "; give one that exists.");
  }

  @Test
  void aFolderIsNoPromptFile() {
    assertThatThrownBy(() -> PromptSet.read(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The prompt file " + folder + " cannot be read; check that it is a readable file.");
  }

  @Test
  void aFileInAnotherEncodingIsNamed() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(
        file,
        "{\"question_id\": 1, \"category\": \"ä\", \"turns\": [\"x\"]}"
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> PromptSet.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(file + " is not UTF-8 text; save the prompts as UTF-8.");
  }

  @Test
  void twoPromptsWithOneIdAreRefused() throws IOException {
    Path file =
        write(
            """
            {"question_id": 7, "category": "a", "turns": ["x"]}
            {"question_id": 8, "category": "a", "turns": ["y"]}
            {"question_id": "7", "category": "b", "turns": ["z"]}
            """);

    assertThatThrownBy(() -> PromptSet.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            file + ", line 3 has the \"question_id\" 7 of line 1; give each prompt its own.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, code1",
    "2, code1 prose1",
    "3, code1 prose1 law1",
    "5, code1 prose1 law1 code2 prose2",
    "6, code1 prose1 law1 code2 prose2 code3",
    "2147483647, code1 prose1 law1 code2 prose2 code3 code4"
  })
  void aLimitTakesFromEachCategoryInTurn(int limit, String chosen) {
    PromptSet set =
        new PromptSet(
            List.of(
                new Prompt("code1", "code", "."),
                new Prompt("code2", "code", "."),
                new Prompt("prose1", "prose", "."),
                new Prompt("code3", "code", "."),
                new Prompt("law1", "law", "."),
                new Prompt("prose2", "prose", "."),
                new Prompt("code4", "code", ".")),
            0);

    assertThat(set.spread(limit)).extracting(Prompt::id).containsExactly(chosen.split(" "));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("prompts.jsonl"), text);
  }
}
