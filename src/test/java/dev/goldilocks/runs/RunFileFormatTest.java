package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.TextProbabilities;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.bench.TokenOdds;
import dev.goldilocks.bench.WrittenToken;
import dev.goldilocks.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunFileFormatTest {

  @TempDir private Path directory;

  static Stream<Locale> locales() {
    return InLocale.several();
  }

  static Stream<Arguments> goldenFiles() {
    return Stream.of(
        Arguments.of("measured.json", SampleRuns.measured()),
        Arguments.of("tokens.json", SampleRuns.withTokens()),
        Arguments.of("policies.json", SampleRuns.withPolicies()),
        Arguments.of("swept.json", SampleRuns.swept()),
        Arguments.of("reported.json", SampleRuns.reported()),
        Arguments.of("hearsay.json", SampleRuns.hearsay()));
  }

  @ParameterizedTest
  @MethodSource("locales")
  void aMeasuredRunIsWrittenAsInTheGoldenFile(Locale locale) {
    String written =
        InLocale.compute(locale, () -> RunFileFormat.write(RunFile.of(SampleRuns.measured())));

    assertThat(written).isEqualTo(golden("measured.json"));
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void aRunIsWrittenAsInItsGoldenFile(String file, RunRecord run) {
    assertThat(RunFileFormat.write(RunFile.of(run))).isEqualTo(golden(file));
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void aGoldenFileIsReadAsTheRunItCameFrom(String file, RunRecord run) {
    assertThat(parsed(golden(file)).run()).isEqualTo(run);
  }

  @Test
  void aRunWithPromptLookupHasNoDraftModelInItsFile() {
    RunRecord run = SampleRuns.withPromptLookup();

    String written = RunFileFormat.write(RunFile.of(run));

    assertThat(written)
        .contains(
            "\"draft\": null,\n    \"drafter\": \"prompt-lookup\",\n    \"longestMatch\": 2,");
    assertThat(parsed(written).run()).isEqualTo(run);
  }

  @ParameterizedTest
  @MethodSource("locales")
  void readingDoesNotDependOnTheLocale(Locale locale) {
    RunRecord read = InLocale.compute(locale, () -> parsed(golden("measured.json")).run());

    assertThat(read).isEqualTo(SampleRuns.measured());
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void theSummaryOfAFileIsTheSummaryOfItsRun(String file, RunRecord run) throws IOException {
    Path saved = Files.writeString(directory.resolve(file), golden(file));

    assertThat(RunFileFormat.readSummary(saved)).isEqualTo(RunSummary.of(run));
  }

  @Test
  void aCancelledRunIsRecoveredForProgramsThatDoNotKnowItsEnding() throws IOException {
    RunRecord cancelled = SampleRuns.measured(Provenance.CANCELLED);

    String written = RunFileFormat.write(RunFile.of(cancelled));

    assertThat(written).contains("\"provenance\": \"recovered\",\n  \"ending\": \"cancelled\",\n");
    assertThat(parsed(written).run()).isEqualTo(cancelled);
    assertThat(RunFileFormat.readSummary(Files.writeString(directory.resolve("run.json"), written)))
        .isEqualTo(RunSummary.of(cancelled));
  }

  @Test
  void randomWeightsAreToldInTheFileAndTrainedOnesNeedNoWord() throws IOException {
    RunRecord run = SampleRuns.ofRandomWeights();

    String written = RunFileFormat.write(RunFile.of(run));

    assertThat(tree(written).at("/provenance").asText()).isEqualTo("timing-only");
    assertThat(tree(written).at("/spec/target/weights").asText()).isEqualTo("random");
    assertThat(tree(written).at("/spec/draft").has("weights")).isFalse();
    assertThat(parsed(written).run()).isEqualTo(run);
    assertThat(RunFileFormat.write(parsed(written))).isEqualTo(written);
    assertThat(RunFileFormat.readSummary(Files.writeString(directory.resolve("r.json"), written)))
        .isEqualTo(RunSummary.of(run));
  }

  @Test
  void aRunThatBrokeOffHasNoEnding() {
    RunRecord recovered = SampleRuns.measured(Provenance.RECOVERED);

    String written = RunFileFormat.write(RunFile.of(recovered));

    assertThat(written).contains("\"provenance\": \"recovered\",\n").doesNotContain("\"ending\"");
    assertThat(parsed(written).run()).isEqualTo(recovered);
  }

  @Test
  void cancelledIsNoProvenanceOfItsOwnInAFile() {
    ObjectNode document = document("measured.json").put("provenance", "cancelled");

    assertThatThrownBy(() -> parsed(document.toString()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("provenance")
        .hasMessageContaining("one of measured, reported, timing-only, recovered");
  }

  @Test
  void theSummaryNeedsNotTheSamplesAtTheEnd() throws IOException {
    String whole = golden("measured.json");
    Path torn = directory.resolve("torn.json");
    Files.writeString(torn, whole.substring(0, whole.indexOf("\"promptText\"")));

    assertThat(RunFileFormat.readSummary(torn)).isEqualTo(RunSummary.of(SampleRuns.measured()));
  }

  @Test
  void theSummaryIsReadWhereverTheSamplesStand() throws IOException {
    ObjectNode document = document("measured.json");
    JsonNode results = document.remove("results");
    document.set("results", results);
    Path file = Files.writeString(directory.resolve("moved.json"), document.toString());

    assertThat(RunFileFormat.readSummary(file)).isEqualTo(RunSummary.of(SampleRuns.measured()));
  }

  @Test
  void fieldsThatAreNotKnownSurviveARewriteAtEveryDepth() {
    ObjectNode document = document("measured.json");
    document.put("verdict", "from a newer program");
    document.withObject("/spec/target").put("licence", "Apache-2.0");
    ((ObjectNode) document.at("/results/1")).put("energyJoules", 12.50);
    ((ObjectNode) document.at("/samples/2/speculative/rounds/0")).put("treeNodes", 9);
    RunFile read = parsed(document.toString());

    RunRecord renamed = SampleRuns.named(read.run().id(), "another name");
    ObjectNode expected = document.deepCopy();
    expected.put("name", "another name");
    assertThat(tree(RunFileFormat.write(read.with(renamed)))).isEqualTo(expected);
  }

  @Test
  void numbersOfUnknownFieldsKeepEveryDigit() {
    String text =
        golden("measured.json")
            .replace("\"format\"", "\"exact\": 0.10000000000000000000000000000000001, \"format\"");

    assertThat(RunFileFormat.write(parsed(text)))
        .contains("\"exact\": 0.10000000000000000000000000000000001");
  }

  @Test
  void theIntervalsOfAnOlderFileAreWorkedOutFromItsSamples() throws IOException {
    ObjectNode document = document("swept.json");
    document.get("results").forEach(result -> ((ObjectNode) result).remove("intervals"));

    assertThat(parsed(document.toString()).run()).isEqualTo(SampleRuns.swept());
  }

  @Test
  void whatWasDraftedWithoutAModelHasNoProbabilitiesOfADraft() {
    TokenDetails tokens =
        new TokenDetails(
            Map.of(),
            List.of(
                new TextProbabilities(
                    List.of(2),
                    Stream.of(11, 12, 13, 14)
                        .map(id -> new TokenOdds(id, 0.5, Double.NaN))
                        .map(odds -> new WrittenToken(odds, List.of()))
                        .toList())));
    RunRecord plain = SampleRuns.measured();
    RunRecord run =
        new RunRecord(plain.origin(), plain.remarks(), plain.results(), plain.samples(), tokens);

    String written = RunFileFormat.write(RunFile.of(run));

    assertThat(written).contains("\"target\": [0.5, 0.5, 0.5, 0.5], \"draft\": null,");
    assertThat(parsed(written).run()).isEqualTo(run);
  }

  static Stream<Arguments> tokenRefusals() {
    return Stream.of(
        refused(
            d -> ((ArrayNode) d.at("/tokens/texts")).remove(0),
            "x.json: tokens.texts is a list; it must be a list of 4."),
        refused(
            d -> ((ArrayNode) d.at("/tokens/partBytes")).set(0, "xy"),
            "x.json: tokens.partBytes is a list; it must be a list of bytes, two lower-case"
                + " digits for each."),
        refused(
            d -> ((ArrayNode) d.at("/tokens/probabilities/0/pairs")).add(9),
            "x.json: tokens.probabilities[0].pairs is a list; it must be a list of pairs that the"
                + " run has."),
        refused(
            d -> ((ArrayNode) d.at("/tokens/probabilities/0/target")).set(0, 1.5),
            "x.json: tokens.probabilities[0].target is a list; it must be a list of numbers from"
                + " 0 to 1."),
        refused(
            d -> ((ArrayNode) d.at("/tokens/probabilities/0/others/positions")).set(1, 4),
            "x.json: tokens.probabilities[0].others.positions is a list; it must be a list of"
                + " positions in the text."));
  }

  @ParameterizedTest
  @MethodSource("tokenRefusals")
  void tokensThatCannotBeAreRefusedWithTheirPlace(Consumer<ObjectNode> damage, String sentence) {
    ObjectNode document = document("tokens.json");
    damage.accept(document);

    assertThatThrownBy(() -> parsed(document.toString()))
        .isInstanceOf(ProblemException.class)
        .hasMessage(sentence);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused(
            d -> d.put("format", "other"),
            "x.json is not a run file: its field \"format\" is not \"goldilocks-run\". Choose a"
                + " file that Goldilocks saved or exported as JSON."),
        refused(
            d -> d.put("version", 2),
            "x.json has version 2 of the run file, and this"
                + " Goldilocks reads up to 1. Open it with a newer Goldilocks."),
        refused(
            d -> d.put("version", 0),
            "x.json: version is 0; it must be a whole number from 1" + " to 1."),
        refused(
            d -> d.remove("version"),
            "x.json: version is missing. Add it, or export the run"
                + " again from where it was made."),
        refused(
            d -> d.putNull("name"),
            "x.json: name is missing. Add it, or export the run again"
                + " from where it was made."),
        refused(d -> d.put("id", 7), "x.json: id is 7; it must be a text."),
        refused(
            d -> d.put("createdAt", "yesterday"),
            "x.json: createdAt is \"yesterday\"; it must"
                + " be a time like 2026-11-23T10:00:00Z."),
        refused(
            d -> d.put("provenance", "guessed"),
            "x.json: provenance is \"guessed\"; it must be"
                + " one of measured, reported, timing-only, recovered."),
        refused(d -> d.put("spec", "none"), "x.json: spec is \"none\"; it must be an object."),
        refused(
            d -> d.remove("environment"),
            "x.json: environment is missing. Add it, or export"
                + " the run again from where it was made."),
        refused(
            d -> d.withObject("/ceilings").put("readBytesPerSecond", 0),
            "x.json: ceilings.readBytesPerSecond is 0; it must be more than 0, as the fields beside"
                + " it."),
        refused(
            d -> d.withObject("/spec").put("threads", "two"),
            "x.json: spec.threads is \"two\";" + " it must be a whole number, 0 or more."),
        refused(
            d -> d.withObject("/spec").put("threads", 2.5),
            "x.json: spec.threads is 2.5; it" + " must be a whole number, 0 or more."),
        refused(
            d -> d.withObject("/spec").put("maxNewTokens", 1),
            "x.json: spec: The number of new"
                + " tokens is 1; give at least 2, since speed is measured after the first."),
        refused(
            d -> d.withObject("/spec").putArray("draftTokens").add(2).add("guess"),
            "x.json: spec.draftTokens[1] is \"guess\"; it must be a whole number from 1 to 64 or a"
                + " policy like \"auto..16\"."),
        refused(
            d -> d.withObject("/spec").putArray("draftTokens").add("auto..16").add(2),
            "x.json: spec: The values of K are [auto..16, 2]; give each once, in ascending order,"
                + " policies last."),
        refused(
            d -> d.withObject("/results/0").put("draftTokens", "2"),
            "x.json: results[0].draftTokens is \"2\"; it must be a whole number from 1 to 64 or a"
                + " policy like \"auto..16\"."),
        refused(
            d -> d.withObject("/samples/0").put("draftTokens", 65),
            "x.json: samples[0].draftTokens is 65; it must be a whole number from 1 to 64 or a"
                + " policy like \"auto..16\"."),
        refused(
            d -> d.withObject("/spec").put("drafter", "psychic"),
            "x.json: spec.drafter is \"psychic\"; it must be one of model, prompt-lookup."),
        refused(
            d -> d.withObject("/spec").put("drafter", "prompt-lookup").put("longestMatch", 0),
            "x.json: spec.longestMatch: The longest match of prompt lookup is 0; give at least"
                + " 1."),
        refused(
            d -> d.withObject("/spec").put("promptFile", "a\0b"),
            "x.json: spec.promptFile is"
                + " \"a\\u0000b\"; it must be a path that this system can have."),
        refused(
            d -> d.withObject("/spec").put("promptLimit", 0),
            "x.json: spec.promptLimit: The" + " number of prompts is 0; give at least 1."),
        refused(
            d -> d.withObject("/spec/target").put("precision", "int4"),
            "x.json:" + " spec.target.precision is \"int4\"; it must be one of f32, bf16, int8."),
        refused(
            d -> d.withObject("/spec/target").put("weights", "found"),
            "x.json: spec.target.weights is \"found\"; it must be one of random."),
        refused(
            d -> d.withObject("/spec/target").putNull("directory"),
            "x.json: spec.target.directory is missing. Add it, or export the run again from where"
                + " it was made."),
        refused(
            d -> d.withObject("/spec/sampling").put("topP", 0),
            "x.json: spec.sampling: Top-p" + " is 0.0; give a number over 0 and up to 1 (off)."),
        refused(d -> d.putObject("results"), "x.json: results is an object; it must be a list."),
        refused(
            d -> d.withObject("/results/0").put("alpha", "high"),
            "x.json: results[0].alpha is" + " \"high\"; it must be a number or null."),
        refused(
            d -> d.withObject("/samples/0").put("order", "random"),
            "x.json: samples[0].order"
                + " is \"random\"; it must be one of baseline-first, speculative-first."),
        refused(
            d -> d.withObject("/samples/1/baseline").put("prefillNanos", -1),
            "x.json:"
                + " samples[1].baseline.prefillNanos is -1; it must be a whole number, 0 or more."),
        refused(
            d -> d.withObject("/samples/0/speculative/rounds/0").put("accepted", 3),
            "x.json: samples[0].speculative.rounds[0].accepted is 3; it must be at most the number"
                + " of drafted tokens, 2."),
        refused(
            d -> d.withObject("/samples/0/comparison").put("outcome", "same"),
            "x.json: samples[0].comparison.outcome is \"same\"; it must be one of identical,"
                + " diverged, not-compared."));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aDocumentThatIsWrongIsRefusedWithTheFieldAndTheRemedy(
      Consumer<ObjectNode> damage, String sentence) {
    ObjectNode document = document("measured.json");
    damage.accept(document);

    assertThatThrownBy(() -> parsed(document.toString()))
        .isInstanceOf(ProblemException.class)
        .hasMessage(sentence);
  }

  static Stream<JsonNode> oddValues() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return Stream.of(
        json.nullNode(),
        json.textNode(""),
        json.textNode("\uD800"),
        json.numberNode(-1),
        json.numberNode(0),
        json.numberNode(65),
        json.numberNode(1e300),
        json.numberNode(new BigDecimal("1e400")),
        json.numberNode(99_999_999_999L),
        json.booleanNode(true),
        json.arrayNode().add(-5),
        json.arrayNode().add(1).add(2).add(3),
        json.objectNode());
  }

  static Stream<Arguments> refusedReports() {
    return Stream.of(
        refused(
            d -> d.withObject("/source").put("address", "file:///etc/passwd"),
            "x.json: source.address: The address \"file:///etc/passwd\" is not one of the web; give"
                + " one that begins with https://."),
        refused(
            d -> d.withObject("/source").remove("title"),
            "x.json: source.title is missing. Add it, or export the run again from where it was"
                + " made."),
        refused(
            d -> d.withObject("/spec").putArray("draftTokens").add(4).add(4),
            "x.json: spec.draftTokens is a list; it must be whole numbers from 1 to 64, each once,"
                + " ascending."),
        refused(
            d -> d.withObject("/spec").put("drafter", "oracle"),
            "x.json: spec.drafter is \"oracle\"; it must be one of model."),
        refused(
            d -> d.withObject("/spec").putObject("sampling").put("temperature", 11),
            "x.json: spec.sampling: The temperature is 11.0; give a number from 0 (greedy) to 10."),
        refused(d -> d.put("tags", "mine"), "x.json: tags is \"mine\"; it must be a list."));
  }

  @ParameterizedTest
  @MethodSource("refusedReports")
  void aReportThatIsWrongIsRefusedWithTheFieldAndTheRemedy(
      Consumer<ObjectNode> damage, String sentence) {
    ObjectNode document = document("reported.json");
    damage.accept(document);

    assertThatThrownBy(() -> parsed(document.toString()))
        .isInstanceOf(ProblemException.class)
        .hasMessage(sentence);
  }

  @Test
  void aReportWrittenBeforeThereWereSourcesIsRead() {
    assertThat(parsed(golden("reported-earlier.json")).run()).isEqualTo(SampleRuns.earlierReport());
  }

  @Test
  void aMeasuredRunWrittenBeforeThereWereTagsIsRead() {
    ObjectNode document = document("measured.json");
    document.remove(List.of("source", "tags", "note"));
    document
        .findParents("totalSeconds")
        .forEach(side -> ((ObjectNode) side).remove("totalSeconds"));

    RunRecord read = parsed(document.toString()).run();

    RunRecord expected = SampleRuns.measured().withTags(List.of()).withNote("");
    assertThat(read).usingRecursiveComparison().ignoringFields("results").isEqualTo(expected);
    assertThat(read.results().getFirst().baseline())
        .isEqualTo(new SideFigures(212.5, 14.25, Double.NaN));
  }

  @Test
  void tagsThatAreBlankOrRepeatedAreDropped() {
    ObjectNode document = document("measured.json");
    document.putArray("tags").add(" quiet ").add("").add("quiet").add("int8");

    assertThat(parsed(document.toString()).run().tags()).containsExactly("quiet", "int8");
  }

  @ParameterizedTest
  @MethodSource("oddValues")
  void noValueAnywhereIsWorseThanAProblemWithASentence(JsonNode odd) {
    noValueAnywhereIsWorse(document("measured.json"), odd);
    noValueAnywhereIsWorse(document("reported.json"), odd);
  }

  private static void noValueAnywhereIsWorse(ObjectNode whole, JsonNode odd) {
    for (String pointer : pointers(whole, "")) {
      ObjectNode damaged = whole.deepCopy();
      replace(damaged, JsonPointer.compile(pointer), odd);
      try {
        parsed(damaged.toString());
      } catch (ProblemException e) {
        assertThat(e.getMessage()).as(pointer).startsWith("x.json").endsWith(".");
      }
    }
  }

  private static List<String> pointers(JsonNode node, String pointer) {
    List<String> found = new ArrayList<>();
    node.properties()
        .forEach(
            field -> {
              found.add(pointer + "/" + field.getKey());
              found.addAll(pointers(field.getValue(), pointer + "/" + field.getKey()));
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      found.add(pointer + "/" + i);
      found.addAll(pointers(node.get(i), pointer + "/" + i));
    }
    return found;
  }

  private static void replace(JsonNode document, JsonPointer pointer, JsonNode value) {
    JsonNode parent = document.at(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.set(pointer.last().getMatchingProperty(), value);
    } else {
      ((ArrayNode) parent).set(pointer.last().getMatchingIndex(), value);
    }
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of(
            "{\"format\": \"goldilocks-run\",\n  oops}",
            "x.json is not valid JSON at line 2, column 3. Export the run again, or mend it"
                + " there."),
        Arguments.of(
            "{\"format\": \"goldilocks-run\", \"format\": \"goldilocks-run\"}",
            "x.json is not valid JSON at line 1, column 38. Export the run again, or mend it"
                + " there."),
        Arguments.of(
            "{} trailing",
            "x.json is not valid JSON at line 1, column 4. Export the run again, or mend it"
                + " there."),
        Arguments.of(
            "",
            "x.json is not a run file: it holds no JSON object. Choose a file that Goldilocks"
                + " saved or exported as JSON."),
        Arguments.of(
            "[1, 2]",
            "x.json is not a run file: it holds no JSON object. Choose a file that Goldilocks"
                + " saved or exported as JSON."));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void textThatIsNotARunIsRefusedWithItsPlace(String text, String sentence) {
    assertThatThrownBy(() -> parsed(text))
        .isInstanceOf(ProblemException.class)
        .hasMessage(sentence);
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeMissing() {
    Path file = directory.resolve("absent.json");

    assertThatThrownBy(() -> RunFileFormat.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessage("There is no file " + file + ". Check its path.");
  }

  private static Arguments refused(Consumer<ObjectNode> damage, String sentence) {
    return Arguments.of(damage, sentence);
  }

  private static RunFile parsed(String text) {
    try {
      return RunFileFormat.parse(
          "x.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode document(String name) {
    return (ObjectNode) tree(golden(name));
  }

  private static JsonNode tree(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String golden(String name) {
    try (InputStream stream = RunFileFormatTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
