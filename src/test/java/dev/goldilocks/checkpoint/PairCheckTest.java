package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairCheckTest {

  private static final String ADVICE =
      "; choose a draft that was made for this target's tokenizer.";

  @TempDir Path folder;
  private Path target;
  private Path draft;

  @BeforeEach
  void copyTwoFamiliesWithOneTokenizer() {
    target = Fixtures.copy("llama", folder);
    draft = Fixtures.copy("qwen2", folder);
  }

  @Test
  void twoFamiliesWithOneTokenizerFit() {
    assertThat(check()).isEqualTo(new PairFit.Fits());
  }

  @Test
  void theSameTokensInAFileThatIsWrittenDifferentlyFit() throws IOException {
    write(target, "{'a': 0, 'b': 1}", "[{'id': 2, 'content': '<eos>', 'special': true}]");
    write(draft, "{'b': 1, 'a': 0}", "[{'special': false, 'content': '<eos>', 'id': 2}]");

    assertThat(check()).isEqualTo(new PairFit.Fits());
  }

  @Test
  void anAddedTokenThatIsInTheVocabularyTooFits() throws IOException {
    write(target, "{'a': 0, '<eos>': 1}", "[{'id': 1, 'content': '<eos>'}]");
    write(draft, "{'a': 0}", "[{'id': 1, 'content': '<eos>'}]");

    assertThat(check()).isEqualTo(new PairFit.Fits());
  }

  @Test
  void aListOfScoredTokensFitsAMapOfThem() throws IOException {
    write(target, "[['a', -1.5], ['b', -2]]", "[]");
    write(draft, "{'a': 0, 'b': 1}", "[]");

    assertThat(check()).isEqualTo(new PairFit.Fits());
  }

  @Test
  void aTokenThatOneVocabularyIsTooSmallForDoesNotFit() {
    PaddedFixtures.cutLastRow(draft);

    assertThat(check())
        .isEqualTo(
            new PairFit.DoesNotFit(
                "The tokenizer of llama and qwen2 knows id 319, and qwen2 has a vocab_size of 319"
                    + ADVICE));
  }

  @Test
  void rowsThatOnlyFillUpAVocabularyFitWhicheverHasThem() {
    Checkpoint filledUp =
        CheckpointReader.read(PaddedFixtures.filledUp("llama", folder.resolve("filled-up")));
    Checkpoint bare = CheckpointReader.read(PaddedFixtures.bare(folder.resolve("bare")));

    assertThat(PairCheck.check(filledUp, bare)).isEqualTo(new PairFit.Fits());
    assertThat(PairCheck.check(bare, filledUp)).isEqualTo(new PairFit.Fits());
  }

  @Test
  void namesTheFirstIdThatMeansSomethingElse() throws IOException {
    write(target, "{'a': 0, 'b': 1, 'c': 2}", "[]");
    write(draft, "{'a': 0, 'c': 1, 'b': 2}", "[]");

    assertThat(check())
        .isEqualTo(
            new PairFit.DoesNotFit(
                "Id 1 is \"b\" in the tokenizer of llama and \"c\" in that of qwen2" + ADVICE));
  }

  @Test
  void namesATokenThatOnlyOneOfThemHas() throws IOException {
    write(target, "{'a': 0, 'b': 1}", "[{'id': 2, 'content': '<tool>'}]");
    write(draft, "{'a': 0, 'b': 1}", "[]");

    assertThat(check())
        .isEqualTo(
            new PairFit.DoesNotFit(
                "Id 2 is \"<tool>\" in the tokenizer of llama and no token in that of qwen2"
                    + ADVICE));
  }

  @Test
  void letsAnAddedTokenHideTheTokenOfItsId() throws IOException {
    write(target, "{'a': 0, 'b': 1}", "[{'id': 1, 'content': '<eos>'}]");
    write(draft, "{'a': 0, 'b': 1}", "[]");

    assertThat(check())
        .isEqualTo(
            new PairFit.DoesNotFit(
                "Id 1 is \"<eos>\" in the tokenizer of llama and \"b\" in that of qwen2" + ADVICE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | the tokenizer does",
        "{'model': 1} | model does",
        "{'model': {'vocab': 3}} | model.vocab does",
        "{'model': {'vocab': {'a': 'b'}}} | model.vocab does",
        "{'model': {'vocab': ['a']}} | model.vocab does",
        "{'model': {'vocab': [[1]]}} | model.vocab does",
        "{'added_tokens': {}} | added_tokens does",
        "{'added_tokens': [1]} | added_tokens does",
        "{'added_tokens': [{'id': 1}]} | added_tokens does",
        "{'added_tokens': [{'id': '1'}]} | added_tokens.id does",
        "{'added_tokens': [{'content': 1}]} | added_tokens.content does",
      })
  void namesTheFieldOfADamagedTokenizer(String tokenizer, String what) throws IOException {
    Files.writeString(draft.resolve("tokenizer.json"), tokenizer.replace('\'', '"'));

    assertThat(Sentences.of(draft, this::check))
        .isEqualTo(
            "DIR/tokenizer.json: %s not have the form of a Hugging Face tokenizer;".formatted(what)
                + " download the file again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'model': {'vocab': {'a': 1", "{'model': {'vocab': {'a': 9999999999}}}"})
  void saysThatATokenizerIsNotJson(String tokenizer) throws IOException {
    Files.writeString(draft.resolve("tokenizer.json"), tokenizer.replace('\'', '"'));

    assertThat(Sentences.of(draft, this::check))
        .isEqualTo("DIR/tokenizer.json is not valid JSON; download it again.");
  }

  @Test
  void wantsAVocabulary() throws IOException {
    Files.writeString(draft.resolve("tokenizer.json"), "{\"model\": {\"type\": \"BPE\"}}");

    assertThat(Sentences.of(draft, this::check))
        .isEqualTo("DIR/tokenizer.json: model.vocab is missing or empty; download it again.");
  }

  private PairFit check() {
    return PairCheck.check(CheckpointReader.read(target), CheckpointReader.read(draft));
  }

  private static void write(Path checkpoint, String vocabulary, String addedTokens)
      throws IOException {
    Files.writeString(
        checkpoint.resolve("tokenizer.json"),
        "{'version': '1.0', 'added_tokens': %s, 'model': {'type': 'BPE', 'vocab': %s, 'merges': [['a', 'b']]}}"
            .formatted(addedTokens, vocabulary)
            .replace('\'', '"'));
  }
}
