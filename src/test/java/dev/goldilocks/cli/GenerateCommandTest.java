package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldilocks.checkpoint.DamagedFixtures;
import dev.goldilocks.checkpoint.PaddedFixtures;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Step;
import dev.goldilocks.engine.WrittenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes with libtorch and the tiny checkpoints, whose greedy ids are known. */
class GenerateCommandTest {

  private static final int NEW_TOKENS = 24;
  private static final Step.Round ROUND =
      new Step.Round(List.of(8, 9), 0, List.of(2), new RoundTime(1, 1, OptionalLong.empty(), 1, 3));

  @TempDir Path directory;

  private Shell shell;
  private JsonNode expected;
  private String prompt;

  @BeforeEach
  void openShell() throws IOException {
    shell = new Shell(directory);
    expected =
        Json.read(Files.readString(Path.of("src/test/resources/fixtures/llama/expected.json")));
    prompt =
        StreamSupport.stream(expected.get("prompt_ids").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(","));
  }

  @Test
  void writesTheGreedyIdsOfTheTarget() {
    Shell.Outcome outcome = generate("--ids", prompt, "--json");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    JsonNode document = Json.read(outcome.out());
    assertThat(document.get("ids")).isEqualTo(expected.get("greedy_ids"));
    assertThat(document.get("rounds")).isEmpty();
  }

  @Test
  void writesTheSameIdsWithADraftAndTellsOfEachRound() {
    Shell.Outcome outcome =
        generate("--draft", model("Small"), "-k", "3", "--ids", prompt, "--json");

    assertThat(outcome.exitCode()).isZero();
    JsonNode document = Json.read(outcome.out());
    assertThat(document.get("ids")).isEqualTo(expected.get("greedy_ids"));
    // The first token comes from reading the prompt; each round adds what it accepted and one more.
    int emitted = 1;
    for (JsonNode round : document.get("rounds")) {
      int left = NEW_TOKENS - emitted;
      assertThat(round.get("drafted").intValue()).isEqualTo(Math.min(3, left - 1));
      emitted += round.get("accepted").intValue() + 1;
    }
    assertThat(emitted).isEqualTo(NEW_TOKENS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writesTheSameIdsWithADraftWhoseVocabularyIsFilledUpOtherwise(boolean targetIsFilledUp) {
    Path filledUp = PaddedFixtures.filledUp("llama", directory.resolve("filled-up"));
    Path bare = PaddedFixtures.bare(directory.resolve("bare"));
    Path target = targetIsFilledUp ? filledUp : bare;
    Path draft = targetIsFilledUp ? bare : filledUp;

    JsonNode plain = written(target);
    JsonNode speculative = written(target, "--draft", draft.toString());

    assertThat(speculative.get("ids")).isEqualTo(plain.get("ids"));
    assertThat(speculative.get("rounds")).isNotEmpty();
  }

  @Test
  void writesTheSameIdsByPromptLookup() {
    Shell.Outcome outcome =
        generate("--drafter", "prompt-lookup", "-k", "3", "--ids", prompt, "--json");

    assertThat(outcome.exitCode()).isZero();
    JsonNode document = Json.read(outcome.out());
    assertThat(document.get("ids")).isEqualTo(expected.get("greedy_ids"));
    assertThat(document.get("rounds")).isNotEmpty();
  }

  /**
   * Where the first round has room: auto drafts its most, to learn; the schedule starts at five.
   */
  @ParameterizedTest
  @CsvSource({"auto..6, 6", "heuristic, 5", "6@0.000001, 6", "6@1, 1"})
  void aPolicyDecidesHowLongDraftsAreAndTheIdsStayTheTargetsOwn(String policy, int firstDraft) {
    Shell.Outcome outcome =
        generate("--draft", model("Small"), "-k", policy, "--ids", prompt, "--json");

    assertThat(outcome.exitCode()).isZero();
    JsonNode document = Json.read(outcome.out());
    assertThat(document.get("ids")).isEqualTo(expected.get("greedy_ids"));
    assertThat(document.get("rounds").get(0).get("drafted").intValue()).isEqualTo(firstDraft);
  }

  @Test
  void ctrlCEndsTheTextAndSaysSoInOneLine() {
    interruptAfter(2);

    assertThat(generate("--ids", prompt))
        .isEqualTo(new Shell.Outcome(130, "a b \n", "Cancelled; the text is not whole.\n"));
    assertThat(shell.interruption.isListening()).isFalse();
  }

  @Test
  void ctrlCPrintsTheDocumentAsFarAsItIs() {
    interruptAfter(2);

    Shell.Outcome outcome = generate("--ids", prompt, "--json");

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(Json.read(outcome.out()))
        .isEqualTo(
            Json.read(
                """
                {"ids": [1, 2], "text": "a b ", "rounds": [{"drafted": 2, "accepted": 0}],
                 "cancelled": true}
                """));
    assertThat(outcome.err()).isEqualTo("Cancelled; the text is not whole.\n");
  }

  @Test
  void ctrlCIsHeardWhileALongPromptIsRead() {
    interruptAfter(0);

    assertThat(generate("--ids", prompt))
        .isEqualTo(new Shell.Outcome(130, "\n", "Cancelled; the text is not whole.\n"));
  }

  @Test
  void nothingIsPrintedOnceItIsCancelled() {
    TextSoFar soFar = new TextSoFar(_ -> {});
    soFar.grown(List.of(1), "a", Optional.empty());

    assertThat(soFar.end()).isEqualTo(new WrittenText(List.of(1), "a", List.of()));
    assertThatThrownBy(() -> soFar.grown(List.of(2), "b", Optional.empty()))
        .isInstanceOf(CancellationException.class);
    assertThat(soFar.end().ids()).containsExactly(1);
  }

  /** Ctrl-C is typed after some tokens, in a call of native code that does not end. */
  private void interruptAfter(int tokens) {
    shell.writer =
        (_, listener) -> {
          if (tokens > 0) {
            listener.grown(List.of(1), "a ", Optional.empty());
            listener.grown(List.of(2), "b ", Optional.of(ROUND));
          }
          shell.interruption.type();
          return new CompletableFuture<WrittenText>().join();
        };
  }

  @Test
  void printsTheTextAndNothingElse() {
    String text = Json.read(generate("--prompt", "Hello", "--json").out()).get("text").textValue();

    assertThat(generate("--prompt", "Hello")).isEqualTo(new Shell.Outcome(0, text + "\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--ids 1,2 -k 4 | -k is given without --draft; name the draft, or leave -k out.",
        "--ids 1,2 --draft d -k 1..3 | -k has the values 1,2,3; one text takes one number, such as"
            + " 4, or one policy, such as auto.",
        "--ids 1 --drafter prompt-lookup --draft d | --drafter prompt-lookup has no draft model;"
            + " leave --draft out.",
        "--ids 1 --drafter model | --drafter model needs a draft; name it with --draft.",
        "--ids 1,320 | The prompt's id 320 is not in the vocabulary of Large; give ids from 0 to"
            + " 319.",
        "--ids 1,b | Invalid value for option '--ids': '1,b' is no list of token ids; give whole"
            + " numbers from 0 on, for example 1,2,3. Try goldilocks generate --help.",
        "--ids 1 --draft nowhere | The model folder nowhere does not exist; check its path.",
        "--ids 1 --max-new-tokens 0 | The number of new tokens is 0; give at least 1.",
      })
  void saysWhatIsWrongInOneSentence(String options, String sentence) {
    assertThat(generate(options.split(" "))).isEqualTo(new Shell.Outcome(2, "", sentence + "\n"));
  }

  /** As of a tokenizer to which a token was added, and no row to the model's embedding. */
  @Test
  void saysThatTheTokenizerKnowsMoreTokensThanTheModel() throws IOException {
    Path target = PaddedFixtures.bare(directory.resolve("bare"));
    Files.copy(
        Path.of("src/test/resources/fixtures/qwen2/tokenizer.json"),
        target.resolve("tokenizer.json"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(
            shell.execute(
                "generate",
                "--target",
                target.toString(),
                "--prompt",
                "Hello<eos>",
                "--max-new-tokens",
                "4"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "The tokenizer gives the prompt the id 319, and the target's ids end at 318; leave"
                    + " that token's text out of the prompt, or give the target the tokenizer.json"
                    + " that belongs to it.\n"));
  }

  @Test
  void saysThatWeightsAreDamagedInsteadOfWritingBlanks() {
    Path target =
        DamagedFixtures.withFirstElement(
            "llama", directory, "model.layers.1.mlp.up_proj.weight", Float.NaN);

    assertThat(
            shell.execute(
                "generate",
                "--target",
                target.toString(),
                "--ids",
                prompt,
                "--max-new-tokens",
                "4"))
        .isEqualTo(
            new Shell.Outcome(
                2,
                "",
                "llama computes NaN or infinity instead of logits, most likely because its weights"
                    + " are damaged or overflow in bf16; take f32, and where that fails alike"
                    + " download the checkpoint again.\n"));
  }

  @Test
  void asksForAPromptInEitherForm() {
    Shell.Outcome neither = generate();
    Shell.Outcome both = generate("--prompt", "Hello", "--ids", "1");

    assertThat(neither.exitCode()).isEqualTo(2);
    assertThat(neither.err()).contains("--prompt").contains("--ids").hasLineCount(1);
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("--prompt").contains("--ids").hasLineCount(1);
  }

  private JsonNode written(Path target, String... options) {
    String[] all = {
      "generate",
      "--target",
      target.toString(),
      "--ids",
      prompt,
      "--max-new-tokens",
      "24",
      "--ignore-eos",
      "--precision",
      "f32",
      "--json"
    };
    return Json.read(
        shell
            .execute(Stream.of(all, options).flatMap(Arrays::stream).toArray(String[]::new))
            .out());
  }

  private Shell.Outcome generate(String... options) {
    String[] first = {"generate", "--target", model("Large"), "--ignore-eos", "--precision", "f32"};
    String[] limit =
        Arrays.asList(options).contains("--max-new-tokens")
            ? new String[0]
            : new String[] {"--max-new-tokens", Integer.toString(NEW_TOKENS)};
    return shell.execute(
        Stream.of(first, limit, options).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private String model(String name) {
    return shell.home().models().resolve(name).toString();
  }
}
