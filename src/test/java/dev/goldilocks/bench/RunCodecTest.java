package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.RoundTime;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.Step;
import dev.goldilocks.decode.TokenText;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of the pipe and the journal are files that people keep: each form is held here. */
class RunCodecTest {

  private static final RunSpec SPEC =
      new RunSpec(
          new ModelChoice(Path.of("models/target"), Precision.INT8),
          new ModelChoice(Path.of("models/draft"), Precision.BF16),
          "cpu",
          2,
          List.of(2, 4),
          new Sampling(0.7, 40, 0.95, -3),
          new PromptChoice(Path.of("prompts/code.jsonl"), 12),
          128,
          3,
          EndOfSequence.IGNORE);

  private static final String SPEC_LINE =
      """
      {"target":{"directory":"models/target","precision":"INT8"},\
      "draft":{"directory":"models/draft","precision":"BF16"},"device":"cpu","threads":2,\
      "draftTokens":[2,4],"sampling":{"temperature":0.7,"topK":40,"topP":0.95,"seed":-3},\
      "prompts":{"file":"prompts/code.jsonl","limit":12},"maxNewTokens":128,"repeats":3,\
      "endOfSequence":"IGNORE"}\
      """;

  private static final PairPlan PLAN =
      new PairPlan(7, new Prompt("81", "java", "class \"Ä\" {\n"), 4, 1, Side.SPECULATIVE);

  private static final String PLAN_LINE =
      """
      {"index":7,"prompt":{"id":"81","category":"java","text":"class \\"Ä\\" {\\n"},\
      "draftTokens":4,"repeat":1,"first":"SPECULATIVE"}\
      """;

  private static final Step ROUND =
      new Step.Round(
          List.of(5, 6), 1, List.of(5, 9), new RoundTime(300, 400, OptionalLong.of(100), 60, 900));

  private static final String ROUND_LINE =
      """
      {"kind":"round","drafted":[5,6],"accepted":1,"emitted":[5,9],\
      "time":{"draftNanos":300,"verifyNanos":400,"acceptanceNanos":100,\
      "hostNanos":60,"totalNanos":900}}\
      """;

  private final RunCodec codec = new RunCodec();

  static Stream<Arguments> events() {
    return Stream.of(
        Arguments.of(
            new RunEvent.Started(
                new Environment("Zen 4", 2, 1L << 40, "Linux 6.1", "25.0.1", "2.7.1", "0.1.0")),
            """
            {"event":"started","environment":{"cpu":"Zen 4","cores":2,"memoryBytes":1099511627776,\
            "os":"Linux 6.1","java":"25.0.1","torch":"2.7.1","goldilocks":"0.1.0"}}\
            """),
        Arguments.of(
            new RunEvent.CeilingsMeasured(new PassLimits(500, 1000, 34.5e9, 750e9)),
            """
            {"event":"ceilings-measured","limits":{"bytesRead":500,"operationsPerToken":1000,\
            "readBytesPerSecond":3.45E10,"operationsPerSecond":7.5E11}}\
            """),
        Arguments.of(
            new RunEvent.ModelLoaded(
                Role.DRAFT,
                new ModelDescription(
                    "tiny", "LlamaForCausalLM", 700_000, 2, 128, 4096, Precision.F32),
                41),
            """
            {"event":"model-loaded","role":"DRAFT","model":{"id":"tiny",\
            "architecture":"LlamaForCausalLM","parameters":700000,"layers":2,"hiddenSize":128,\
            "vocabularySize":4096,"precision":"F32","weights":"trained"},"loadMillis":41}\
            """),
        Arguments.of(
            new RunEvent.ModelLoaded(
                Role.TARGET,
                new ModelDescription(
                    "made", "Qwen2ForCausalLM", 700, 2, 16, 64, Precision.F32, Weights.RANDOM),
                41),
            """
            {"event":"model-loaded","role":"TARGET","model":{"id":"made",\
            "architecture":"Qwen2ForCausalLM","parameters":700,"layers":2,"hiddenSize":16,\
            "vocabularySize":64,"precision":"F32","weights":"random"},"loadMillis":41}\
            """),
        Arguments.of(
            new RunEvent.Planned(
                List.of(
                    PLAN,
                    new PairPlan(8, new Prompt("82", "prose", "It"), 2, 0, Side.BASELINE),
                    new PairPlan(
                        9, PLAN.prompt(), new DraftLength.Predicted(16), 1, Side.BASELINE))),
            """
            {"event":"planned","prompts":[\
            {"id":"81","category":"java","text":"class \\"Ä\\" {\\n"},\
            {"id":"82","category":"prose","text":"It"}],"pairs":[\
            {"index":7,"prompt":0,"draftTokens":4,"repeat":1,"first":"SPECULATIVE"},\
            {"index":8,"prompt":1,"draftTokens":2,"repeat":0,"first":"BASELINE"},\
            {"index":9,"prompt":0,"draftTokens":"auto..16","repeat":1,"first":"BASELINE"}]}\
            """),
        Arguments.of(
            new RunEvent.WarmingUp(3, 20), "{\"event\":\"warming-up\",\"done\":3,\"total\":20}"),
        Arguments.of(
            new RunEvent.SideStarted(7, Side.BASELINE),
            "{\"event\":\"side-started\",\"pair\":7,\"side\":\"BASELINE\"}"),
        Arguments.of(
            new RunEvent.FirstToken(7, Side.BASELINE, 17, "\t x", 1_500_000),
            """
            {"event":"first-token","pair":7,"side":"BASELINE","token":17,"text":"\\t x",\
            "prefillNanos":1500000}\
            """),
        Arguments.of(
            new RunEvent.Stepped(
                7,
                Side.SPECULATIVE,
                ROUND,
                List.of(
                    new TextPiece(TextPiece.Origin.ACCEPTED, "int"),
                    new TextPiece(TextPiece.Origin.CORRECTED, " i"))),
            "{\"event\":\"stepped\",\"pair\":7,\"side\":\"SPECULATIVE\",\"step\":"
                + ROUND_LINE
                + ",\"pieces\":[{\"origin\":\"ACCEPTED\",\"text\":\"int\"},"
                + "{\"origin\":\"CORRECTED\",\"text\":\" i\"}]}"),
        Arguments.of(
            measured(new TextComparison.Diverged(1, 0.0625, List.of(new TokenLogit(5, 2.5)))),
            measuredLine(
                "{\"outcome\":\"diverged\",\"position\":1,\"logitGap\":0.0625,"
                    + "\"logits\":[{\"id\":5,\"logit\":2.5}]}")),
        Arguments.of(
            measured(new TextComparison.Diverged(1, Double.NaN)),
            measuredLine(
                "{\"outcome\":\"diverged\",\"position\":1,\"logitGap\":null,\"logits\":[]}")),
        Arguments.of(
            measured(new TextComparison.Identical()), measuredLine("{\"outcome\":\"identical\"}")),
        Arguments.of(
            measured(new TextComparison.NotCompared()),
            measuredLine("{\"outcome\":\"not-compared\"}")),
        Arguments.of(
            new RunEvent.TextReviewed(
                new TextProbabilities(
                    List.of(7, 9),
                    List.of(
                        new WrittenToken(
                            new TokenOdds(17, 0.5, Double.NaN),
                            List.of(new TokenOdds(4, 0.25, 0.75)))))),
            """
            {"event":"text-reviewed","text":{"pairs":[7,9],"tokens":[\
            {"written":{"id":17,"target":0.5,"draft":null},\
            "others":[{"id":4,"target":0.25,"draft":0.75}]}]}}\
            """),
        Arguments.of(
            new RunEvent.TokensNamed(Map.of(17, new TokenText.Characters("\t x"))),
            "{\"event\":\"tokens-named\",\"texts\":{\"17\":{\"text\":\"\\t x\"}}}"),
        Arguments.of(
            new RunEvent.TokensNamed(Map.of(17, new TokenText.Bytes("e282"))),
            "{\"event\":\"tokens-named\",\"texts\":{\"17\":{\"hex\":\"e282\"}}}"),
        Arguments.of(
            new RunEvent.MemoryRead(2_000, 123_456_789_012L),
            "{\"event\":\"memory-read\",\"millis\":2000,\"residentBytes\":123456789012}"),
        Arguments.of(new RunEvent.Finished(99), "{\"event\":\"finished\",\"peakMemoryBytes\":99}"),
        Arguments.of(new RunEvent.Cancelled(), "{\"event\":\"cancelled\"}"),
        Arguments.of(
            new RunEvent.Failed("The disk is full.", FailureKind.REQUEST),
            "{\"event\":\"failed\",\"sentence\":\"The disk is full.\",\"kind\":\"REQUEST\"}"));
  }

  private static RunEvent measured(TextComparison comparison) {
    return new RunEvent.PairMeasured(
        new PairSample(
            PLAN,
            31,
            new SideSample(
                new Generation(
                    List.of(17, 5, 6), 400, List.of(new Step.Plain(List.of(5, 6), 1_000))),
                "a"),
            new SideSample(new Generation(List.of(17, 5, 9), 450, List.of(ROUND)), "b"),
            comparison));
  }

  private static String measuredLine(String comparison) {
    return "{\"event\":\"pair-measured\",\"sample\":{\"plan\":"
        + PLAN_LINE
        + ",\"promptTokens\":31,\"baseline\":{\"generation\":{\"ids\":[17,5,6],"
        + "\"prefillNanos\":400,\"steps\":[{\"kind\":\"plain\",\"emitted\":[5,6],"
        + "\"nanos\":1000}]},\"text\":\"a\"},\"speculative\":{\"generation\":"
        + "{\"ids\":[17,5,9],\"prefillNanos\":450,\"steps\":["
        + ROUND_LINE
        + "]},\"text\":\"b\"},\"comparison\":"
        + comparison
        + "}}";
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsOneLine(RunEvent event, String line) {
    assertThat(codec.write(event)).isEqualTo(line).doesNotContain("\n");
  }

  @ParameterizedTest
  @MethodSource("events")
  void aLineIsReadBackAsTheSameEvent(RunEvent event, String line) {
    assertThat(codec.readEvent(line)).isEqualTo(event);
  }

  @Test
  void aRoundThatCannotTellItsAcceptanceSaysNull() {
    RunEvent event =
        new RunEvent.Stepped(
            0,
            Side.SPECULATIVE,
            new Step.Round(
                List.of(), 0, List.of(5), new RoundTime(0, 500, OptionalLong.empty(), 60, 600)),
            List.of());
    String line = codec.write(event);

    assertThat(line).contains("\"acceptanceNanos\":null,");
    assertThat(codec.readEvent(line)).isEqualTo(event);
  }

  @Test
  void everyKindOfEventIsAmongTheExamples() {
    Set<Class<?>> shown =
        events().map(example -> example.get()[0].getClass()).collect(Collectors.toSet());
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList(RunEvent.class.getPermittedSubclasses()));
  }

  @Test
  void aSpecIsOneLine() {
    assertThat(codec.write(SPEC)).isEqualTo(SPEC_LINE);
  }

  @Test
  void promptLookupTakesTheDraftModelsPlace() {
    RunSpec spec =
        new RunSpec(
            SPEC.target(),
            new PromptLookup(3),
            SPEC.device(),
            SPEC.threads(),
            SPEC.draftTokens(),
            SPEC.sampling(),
            SPEC.prompts(),
            SPEC.maxNewTokens(),
            SPEC.repeats(),
            SPEC.endOfSequence());

    assertThat(codec.write(spec)).contains("\"draft\":{\"longestMatch\":3},");
    assertThat(codec.readSpec(codec.write(spec))).isEqualTo(spec);
  }

  @Test
  void aLineIsReadBackAsTheSameSpec() {
    assertThat(codec.readSpec(SPEC_LINE)).isEqualTo(SPEC);
  }

  @Test
  void aJournalBeginsWithFormatVersionAndRequest() {
    JournalHeader header =
        new JournalHeader("r-1", "int8, K 2..4", Instant.parse("2026-11-23T10:00:00.5Z"), SPEC);
    String line =
        """
        {"format":"goldilocks-journal","version":1,"id":"r-1","name":"int8, K 2..4",\
        "createdAt":"2026-11-23T10:00:00.500Z","spec":\
        """
            + SPEC_LINE
            + "}";

    assertThat(codec.write(header)).isEqualTo(line);
    assertThat(codec.readHeader(line)).isEqualTo(header);
  }

  @Test
  void unknownFieldsAreIgnored() {
    assertThat(codec.readEvent("{\"event\":\"finished\",\"later\":{},\"peakMemoryBytes\":5}"))
        .isEqualTo(new RunEvent.Finished(5));
  }

  @ParameterizedTest
  @MethodSource
  void aLineThatIsNoEventIsRefused(String line) {
    assertThatThrownBy(() -> codec.readEvent(line))
        .isInstanceOf(ProblemException.class)
        .hasMessage("This line is not an event of a run: " + line);
  }

  static Stream<String> aLineThatIsNoEventIsRefused() {
    return Stream.of(
        "",
        "null",
        "[]",
        "Killed",
        "{\"event\":\"finished\",\"peakMem",
        "{\"event\":\"finished\"}",
        "{\"event\":\"finished\",\"peakMemoryBytes\":null}",
        "{\"event\":\"finished\",\"peakMemoryBytes\":1.5}",
        "{\"event\":\"finished\",\"peakMemoryBytes\":\"5\"}",
        "{\"event\":\"finished\",\"peakMemoryBytes\":5} {}",
        "{\"event\":\"party\"}",
        "{\"event\":\"failed\",\"sentence\":null,\"kind\":\"ENGINE\"}",
        "{\"event\":\"failed\",\"sentence\":\"x\",\"kind\":0}",
        "{\"event\":\"planned\",\"pairs\":[]}",
        "{\"event\":\"planned\",\"prompts\":[]}",
        "{\"event\":\"planned\",\"prompts\":[],\"pairs\":[null]}",
        "{\"event\":\"planned\",\"prompts\":[null],\"pairs\":[]}",
        "{\"peakMemoryBytes\":5}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"index\":0,\"prompt\":1,\"draftTokens\":4", "\"index\":0,\"prompt\":-1,\"draftTokens\":4",
        "\"index\":0,\"prompt\":0,\"draftTokens\":65", "\"index\":-1,\"prompt\":0,\"draftTokens\":4"
      })
  void aPlanThatIsNotPossibleIsRefused(String pair) {
    String line =
        "{\"event\":\"planned\",\"prompts\":[{\"id\":\"1\",\"category\":\"c\",\"text\":\"t\"}],"
            + "\"pairs\":[{%s,\"repeat\":0,\"first\":\"BASELINE\"}]}".formatted(pair);

    assertThatThrownBy(() -> codec.readEvent(line))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("This line is not an event of a run: {\"event\":\"planned\"");
  }

  @Test
  void aLargePlanHasEachPromptOnce() {
    List<Prompt> prompts =
        IntStream.range(0, 40)
            .mapToObj(i -> new Prompt("q" + i, "prose", "x".repeat(20_000)))
            .toList();
    RunEvent.Planned planned =
        new RunEvent.Planned(
            IntStream.range(0, 4_000)
                .mapToObj(i -> new PairPlan(i, prompts.get(i % 40), 4, i / 40, Side.BASELINE))
                .toList());

    String line = codec.write(planned);

    // The texts alone are 0.8 MB, and would be 80 MB with one for each pair.
    assertThat(line.length()).isBetween(800_000, 1_200_000);
    assertThat(codec.readEvent(line)).isEqualTo(planned);
  }

  @Test
  void aFigureThatIsMissingIsNotOneThatIsUndefined() {
    String line = measuredLine("{\"outcome\":\"diverged\",\"position\":1}");

    assertThatThrownBy(() -> codec.readEvent(line)).isInstanceOf(ProblemException.class);
  }

  @Test
  void aLongLineIsShownByItsBeginning() {
    assertThatThrownBy(() -> codec.readEvent("x".repeat(10_000)))
        .hasMessage("This line is not an event of a run: " + "x".repeat(60) + "…");
  }

  @Test
  void aSpecOutOfRangeIsRefusedInTheSpecsOwnWords() {
    assertThatThrownBy(() -> codec.readSpec(SPEC_LINE.replace("\"repeats\":3", "\"repeats\":0")))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The number of repeats is 0; give at least 1.");
  }

  @Test
  void aSpecWithoutAFieldIsRefused() {
    assertThatThrownBy(() -> codec.readSpec("{\"threads\":2}"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("This line is not the request of a run: {\"threads\":2}");
  }

  @Test
  void aJournalOfANewerVersionIsRefused() {
    assertThatThrownBy(() -> codec.readHeader("{\"format\":\"goldilocks-journal\",\"version\":2}"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The journal has version 2, and this Goldilocks reads up to 1; open it with a newer"
                + " one.");
  }

  @Test
  void aFileThatIsNoJournalIsRefused() {
    assertThatThrownBy(() -> codec.readHeader("{\"event\":\"cancelled\"}"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "This is not the journal of a run: its first line has no \"format\":"
                + " \"goldilocks-journal\".");
  }
}
