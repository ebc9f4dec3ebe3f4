package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Law;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Proposal;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.ScriptedModel;
import dev.goldilocks.decode.StoppingRule;
import dev.goldilocks.decode.TokenChoice;
import dev.goldilocks.decode.TokenProbabilities;
import dev.goldilocks.decode.Verification;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {

  private static final int LETTERS = 26;
  private static final Law LAW = Law.scattered(LETTERS, 5);
  private static final Law DRAFT_LAW = LAW.agreeing(0.7, 9);

  private static final List<Prompt> PROMPTS =
      List.of(
          new Prompt("1", "code", "hello"),
          new Prompt("2", "prose", "goodday"),
          new Prompt("3", "code", "world"));

  private final ScriptedModel target = new ScriptedModel(LAW);
  private final ScriptedModel draft = new ScriptedModel(DRAFT_LAW);
  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void itPlansThenWarmsUpThenMeasuresPairAfterPair() {
    RunSpec spec = spec(List.of(2, 3), 6, 1, Sampling.greedy(4));

    run(spec, PROMPTS);

    List<String> expected = new ArrayList<>(List.of("Planned"));
    long warmUps = events.stream().filter(RunEvent.WarmingUp.class::isInstance).count();
    expected.addAll(Collections.nCopies((int) warmUps, "WarmingUp"));
    for (PairPlan pair : RunPlan.pairs(spec, PROMPTS)) {
      for (Side side : List.of(pair.first(), pair.first().other())) {
        expected.add("SideStarted " + pair.index() + " " + side);
        expected.add("FirstToken " + pair.index() + " " + side);
        expected.add("Stepped " + pair.index() + " " + side);
      }
      expected.add("PairMeasured " + pair.index());
    }
    assertThat(withoutRepeats(events.stream().map(ExperimentTest::shape).toList(), "Stepped"))
        .isEqualTo(expected);
  }

  @Test
  void warmingUpCountsToItsEnd() {
    run(spec(List.of(2), 6, 1, Sampling.greedy(4)), PROMPTS);

    // Prompts of 5 and 7 tokens; calls of 5 and 1; drafts of 1 and 2, each after 1 and 2 pending
    // tokens; and a whole pair.
    List<RunEvent> expected = new ArrayList<>();
    for (int done = 0; done <= 9; done++) {
      expected.add(new RunEvent.WarmingUp(done, 9));
    }
    assertThat(events).filteredOn(RunEvent.WarmingUp.class::isInstance).isEqualTo(expected);
  }

  @ParameterizedTest(name = "K up to {0}, {1} new tokens")
  @CsvSource({"1, 2", "1, 3", "4, 20", "4, 9", "8, 6", "8, 64", "10, 40"})
  void everyLengthThatIsTimedWasWarmedTwiceOrMore(int mostDraftTokens, int maxNewTokens) {
    List<Integer> ks = mostDraftTokens == 1 ? List.of(1) : List.of(1, mostDraftTokens);
    RunSpec spec = spec(ks, maxNewTokens, 1, Sampling.greedy(4));
    List<List<String>> warmed = new ArrayList<>();
    Experiment experiment =
        new Experiment(
            spec,
            PROMPTS,
            new LoadedPair(
                target, new SecondSide.DraftModel(draft), new LetterTokenizer(), Set.of()),
            event -> {
              if (warmed.isEmpty() && event instanceof RunEvent.SideStarted) {
                warmed.add(List.copyOf(target.calls()));
                warmed.add(List.copyOf(draft.calls()));
              }
            },
            () -> false);

    experiment.run();

    assertThat(seenTwice(warmed.get(0))).containsAll(timed(target, warmed.get(0)));
    assertThat(seenTwice(warmed.get(1))).containsAll(timed(draft, warmed.get(1)));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"heuristic..9", "auto..9", "6@0.1", "6@1.0"})
  void everyLengthThatAPolicyTimesWasWarmedAndItsTextIsTheTargetsOwn(String label) {
    DraftLength policy = DraftLengthLabel.parse(label).orElseThrow();
    RunSpec spec =
        spec(List.of(2), 40, 2, Sampling.greedy(4))
            .withLengths(DraftLengths.sorted(List.of(new DraftLength.Fixed(2), policy)));
    List<List<String>> warmed = new ArrayList<>();
    new Experiment(
            spec,
            PROMPTS,
            new LoadedPair(
                target, new SecondSide.DraftModel(draft), new LetterTokenizer(), Set.of()),
            event -> {
              events.add(event);
              if (warmed.isEmpty() && event instanceof RunEvent.SideStarted) {
                warmed.add(List.copyOf(target.calls()));
                warmed.add(List.copyOf(draft.calls()));
              }
            },
            () -> false)
        .run();

    assertThat(seenTwice(warmed.get(0))).containsAll(timed(target, warmed.get(0)));
    assertThat(seenTwice(warmed.get(1))).containsAll(timed(draft, warmed.get(1)));
    assertThat(samples()).hasSize(12);
    assertThat(samples())
        .allSatisfy(
            sample -> {
              assertThat(sample.comparison()).isEqualTo(new TextComparison.Identical());
              assertThat(sample.speculative().generation().ids())
                  .isEqualTo(greedyText(sample.plan().prompt().text(), 40));
            });
  }

  @Test
  void everyLengthThatPromptLookupTimesWasWarmed() {
    // Letters of a small vocabulary repeat soon, so that there is something to look up.
    ScriptedModel repeating = new ScriptedModel(Law.scattered(LETTERS, 5));
    List<List<String>> warmed = new ArrayList<>();
    new Experiment(
            spec(List.of(1, 4), 60, 1, Sampling.greedy(4)),
            PROMPTS,
            new LoadedPair(repeating, new SecondSide.LookedUp(2), new LetterTokenizer(), Set.of()),
            event -> {
              events.add(event);
              if (warmed.isEmpty() && event instanceof RunEvent.SideStarted) {
                warmed.add(List.copyOf(repeating.calls()));
              }
            },
            () -> false)
        .run();

    assertThat(timed(repeating, warmed.getFirst())).contains("verify 4", "extend 1");
    assertThat(seenTwice(warmed.getFirst())).containsAll(timed(repeating, warmed.getFirst()));
    assertThat(samples())
        .allSatisfy(
            sample -> assertThat(sample.comparison()).isEqualTo(new TextComparison.Identical()));
  }

  @Test
  void theBaselineCanBeMeasuredAgainstItself() {
    new Experiment(
            spec(List.of(1), 20, 1, Sampling.greedy(4)),
            PROMPTS,
            new LoadedPair(target, new SecondSide.Baseline(), new LetterTokenizer(), Set.of()),
            events::add,
            () -> false)
        .run();

    assertThat(samples()).hasSize(3);
    assertThat(samples())
        .allSatisfy(
            sample -> {
              assertThat(sample.comparison()).isEqualTo(new TextComparison.Identical());
              assertThat(shapes(sample.speculative()))
                  .isEqualTo(shapes(sample.baseline()))
                  .containsExactly("Plain 8", "Plain 8", "Plain 3");
            });
    assertThat(target.calls()).noneMatch(call -> call.startsWith("verify"));
  }

  private static List<String> shapes(SideSample side) {
    return side.generation().steps().stream()
        .map(step -> step.getClass().getSimpleName() + " " + step.emitted().size())
        .toList();
  }

  @Test
  void bothSidesWriteTheTargetsGreedyText() {
    run(spec(List.of(3), 12, 1, Sampling.greedy(4)), PROMPTS.subList(0, 1));

    PairSample sample = samples().getFirst();
    List<Integer> ids = greedyText("hello", 12);
    assertThat(sample.promptTokens()).isEqualTo(5);
    assertThat(sample.baseline().generation().ids()).isEqualTo(ids);
    assertThat(sample.speculative().generation().ids()).isEqualTo(ids);
    assertThat(sample.baseline().text()).isEqualTo(new LetterTokenizer().decode(ids));
    assertThat(sample.comparison()).isEqualTo(new TextComparison.Identical());
  }

  @Test
  void thePiecesOfASideAddUpToItsText() {
    run(spec(List.of(3), 40, 1, Sampling.greedy(4)), PROMPTS.subList(0, 1));

    PairSample sample = samples().getFirst();
    assertThat(written(Side.BASELINE)).isEqualTo(sample.baseline().text());
    assertThat(written(Side.SPECULATIVE)).isEqualTo(sample.speculative().text());
  }

  @Test
  void thePiecesTellWhoWroteThem() {
    // a, b, c, ... in a ring of ten; the draft thinks that j comes after d.
    ScriptedModel counting = new ScriptedModel(Law.successor(1, 2, 3, 4, 5, 6, 7, 8, 9, 0));
    ScriptedModel miscounting = new ScriptedModel(Law.successor(1, 2, 3, 9, 5, 6, 7, 8, 9, 0));
    run(
        spec(List.of(4), 13, 1, Sampling.greedy(4)),
        List.of(new Prompt("1", "code", "f")),
        counting,
        miscounting,
        Set.of());

    assertThat(pieces(Side.SPECULATIVE))
        .containsExactly(
            new TextPiece(TextPiece.Origin.ACCEPTED, "hija"),
            new TextPiece(TextPiece.Origin.BONUS, "b"),
            new TextPiece(TextPiece.Origin.ACCEPTED, "cd"),
            new TextPiece(TextPiece.Origin.CORRECTED, "e"),
            new TextPiece(TextPiece.Origin.ACCEPTED, "fgh"),
            new TextPiece(TextPiece.Origin.BONUS, "i"));
    assertThat(pieces(Side.BASELINE))
        .containsExactly(
            new TextPiece(TextPiece.Origin.TARGET, "hijabcde"),
            new TextPiece(TextPiece.Origin.TARGET, "fghi"));
  }

  @Test
  void aDivergenceIsShownWithItsPositionAndTheGapBetweenTheTwoBestLogitsThere() {
    run(
        spec(List.of(3), 12, 1, Sampling.greedy(4)),
        PROMPTS.subList(0, 1),
        new Misreading(target, 6),
        draft,
        Set.of());

    List<Integer> greedy = greedyText("hello", 12);
    PairSample sample = samples().getFirst();
    List<Integer> speculative = sample.speculative().generation().ids();
    int position = 0;
    while (greedy.get(position).equals(speculative.get(position))) {
      position++;
    }
    List<Integer> before = new ArrayList<>(ids("hello"));
    before.addAll(greedy.subList(0, position));
    float[] logits = LAW.logits(before);
    int best = greedy.get(position);
    int misread = (best + 1) % LETTERS;
    int second =
        IntStream.range(0, LETTERS)
            .filter(id -> id != best)
            .boxed()
            .max(Comparator.comparingDouble(id -> logits[id]))
            .orElseThrow();
    assertThat(position).isPositive();
    assertThat(second).as("or the third logit is not there").isNotEqualTo(misread);
    assertThat(sample.comparison())
        .isEqualTo(
            new TextComparison.Diverged(
                position,
                logits[best] - logits[second],
                List.of(
                    new TokenLogit(best, logits[best]),
                    new TokenLogit(second, logits[second]),
                    new TokenLogit(misread, logits[misread]))));
  }

  @Test
  void sampledTextsAreFixedByTheSeedAndNotCompared() {
    RunSpec spec = spec(List.of(3), 30, 2, new Sampling(1, 0, 1, 4));

    List<PairSample> once = run(spec, PROMPTS);
    List<PairSample> again = run(spec, PROMPTS);
    List<PairSample> otherwise = run(spec(List.of(3), 30, 2, new Sampling(1, 0, 1, 5)), PROMPTS);

    assertThat(texts(again)).isEqualTo(texts(once));
    assertThat(texts(otherwise)).doesNotContainAnyElementsOf(texts(once));
    // Every side of every pair drew numbers of its own: no text came twice.
    assertThat(texts(once)).hasSize(12).doesNotHaveDuplicates();
    assertThat(once)
        .extracting(PairSample::comparison)
        .containsOnly(new TextComparison.NotCompared());
  }

  @ParameterizedTest
  @CsvSource({"STOP, 5", "IGNORE, 12"})
  void anEndOfSequenceEndsBothSidesUnlessItIsIgnored(EndOfSequence endOfSequence, int length) {
    List<Integer> greedy = greedyText("hello", 12);
    int stop = greedy.get(4);
    assertThat(greedy.indexOf(stop)).isEqualTo(4);
    RunSpec asked = spec(List.of(3), 12, 1, Sampling.greedy(4));
    RunSpec spec =
        new RunSpec(
            asked.target(),
            asked.draft(),
            asked.device(),
            asked.threads(),
            asked.draftTokens(),
            asked.sampling(),
            asked.prompts(),
            asked.maxNewTokens(),
            asked.repeats(),
            endOfSequence);

    run(spec, PROMPTS.subList(0, 1), target, draft, Set.of(stop));

    assertThat(samples().getFirst().baseline().generation().ids())
        .isEqualTo(greedy.subList(0, length));
    assertThat(samples().getFirst().speculative().generation().ids())
        .isEqualTo(greedy.subList(0, length));
  }

  @Test
  void aPromptThatDoesNotFitIsNamedBeforeAnythingIsMeasured() {
    ScriptedModel small = new ScriptedModel(LAW, 25, ScriptedModel.Acceptance.REJECTION_SAMPLING);

    assertThatThrownBy(
            () ->
                run(
                    spec(List.of(1, 6), 12, 1, Sampling.greedy(4)),
                    PROMPTS,
                    target,
                    small,
                    Set.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "Prompt 2 (prose) cannot be run. The prompt of 7 tokens, 12 new tokens and 7 to look"
                + " ahead make 26, and the draft's context holds 25; shorten the prompt or ask for"
                + " fewer new tokens.");
    assertThat(events).isEmpty();
  }

  /** As of a tokenizer with more tokens than the model; a letter is an id here. */
  @Test
  void aPromptWithAnIdThatTheTargetDoesNotKnowIsNamedBeforeAnythingIsMeasured() {
    assertThatThrownBy(
            () ->
                run(
                    spec(List.of(2), 12, 1, Sampling.greedy(4)),
                    List.of(PROMPTS.get(0), new Prompt("7", "prose", "go|od")),
                    target,
                    new ScriptedModel(DRAFT_LAW),
                    Set.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "Prompt 7 (prose) cannot be run. The tokenizer gives the prompt the id 27, and the"
                + " target's ids end at 25; leave that token's text out of the prompt, or give the"
                + " target the tokenizer.json that belongs to it.");
    assertThat(events).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"WarmingUp, 1", "SideStarted 0, 1", "FirstToken 1, 1", "Stepped 1, 2"})
  void cancellingStopsAtTheNextStep(String shape, int nth) {
    List<RunEvent> heard = new ArrayList<>();
    boolean[] cancelled = {false};
    Experiment experiment =
        new Experiment(
            spec(List.of(3), 20, 1, Sampling.greedy(4)),
            PROMPTS,
            new LoadedPair(
                target, new SecondSide.DraftModel(draft), new LetterTokenizer(), Set.of()),
            event -> {
              heard.add(event);
              cancelled[0] =
                  heard.stream().filter(past -> shape(past).startsWith(shape)).count() == nth;
            },
            () -> cancelled[0]);

    assertThatThrownBy(experiment::run).isInstanceOf(CancellationException.class);

    // A side that has begun still reads its prompt; nothing else follows.
    RunEvent last = heard.getLast();
    assertThat(shape(last)).startsWith(shape.startsWith("SideStarted") ? "FirstToken 0" : shape);
  }

  private List<PairSample> run(RunSpec spec, List<Prompt> prompts) {
    return run(spec, prompts, target, draft, Set.of());
  }

  private List<PairSample> run(
      RunSpec spec,
      List<Prompt> prompts,
      LanguageModel targetModel,
      LanguageModel draftModel,
      Set<Integer> endOfSequenceIds) {
    events.clear();
    new Experiment(
            spec,
            prompts,
            new LoadedPair(
                targetModel,
                new SecondSide.DraftModel(draftModel),
                new LetterTokenizer(),
                endOfSequenceIds),
            events::add,
            () -> false)
        .run();
    return samples();
  }

  private List<PairSample> samples() {
    return events.stream()
        .filter(RunEvent.PairMeasured.class::isInstance)
        .map(event -> ((RunEvent.PairMeasured) event).sample())
        .toList();
  }

  private List<TextPiece> pieces(Side side) {
    return events.stream()
        .filter(event -> event instanceof RunEvent.Stepped stepped && stepped.side() == side)
        .flatMap(event -> ((RunEvent.Stepped) event).pieces().stream())
        .toList();
  }

  private String written(Side side) {
    String first =
        events.stream()
            .filter(event -> event instanceof RunEvent.FirstToken token && token.side() == side)
            .map(event -> ((RunEvent.FirstToken) event).text())
            .collect(Collectors.joining());
    return first + pieces(side).stream().map(TextPiece::text).collect(Collectors.joining());
  }

  private static List<List<Integer>> texts(List<PairSample> samples) {
    return samples.stream()
        .flatMap(sample -> Stream.of(sample.baseline(), sample.speculative()))
        .map(SideSample::generation)
        .map(Generation::ids)
        .toList();
  }

  private static List<Integer> ids(String text) {
    return Arrays.stream(new LetterTokenizer().encode(text)).boxed().toList();
  }

  private static List<Integer> greedyText(String prompt, int length) {
    List<Integer> all = new ArrayList<>(ids(prompt));
    while (all.size() < prompt.length() + length) {
      float[] logits = LAW.logits(all);
      int best = 0;
      for (int id = 1; id < LETTERS; id++) {
        best = logits[id] > logits[best] ? id : best;
      }
      all.add(best);
    }
    return all.subList(prompt.length(), all.size());
  }

  private static String shape(RunEvent event) {
    String name = event.getClass().getSimpleName();
    return switch (event) {
      case RunEvent.SideStarted started -> name + " " + started.pair() + " " + started.side();
      case RunEvent.FirstToken first -> name + " " + first.pair() + " " + first.side();
      case RunEvent.Stepped stepped -> name + " " + stepped.pair() + " " + stepped.side();
      case RunEvent.PairMeasured measured -> name + " " + measured.sample().plan().index();
      default -> name;
    };
  }

  private static List<String> withoutRepeats(List<String> shapes, String repeated) {
    List<String> once = new ArrayList<>();
    for (String shape : shapes) {
      if (!shape.startsWith(repeated) || !shape.equals(once.getLast())) {
        once.add(shape);
      }
    }
    return once;
  }

  private static Set<String> seenTwice(List<String> calls) {
    return calls.stream()
        .filter(call -> Collections.frequency(calls, call) >= 2)
        .collect(Collectors.toSet());
  }

  /** The kinds of call that were made while measuring; rolling back has no length to warm. */
  private static Set<String> timed(ScriptedModel model, List<String> warmed) {
    Set<String> timed = new HashSet<>(model.calls().subList(warmed.size(), model.calls().size()));
    timed.removeIf(call -> call.startsWith("rollBack"));
    assertThat(timed).isNotEmpty();
    return timed;
  }

  private static RunSpec spec(
      List<Integer> draftTokens, int maxNewTokens, int repeats, Sampling sampling) {
    ModelChoice model = new ModelChoice(Path.of("m"), Precision.F32);
    return new RunSpec(
        model,
        model,
        "cpu",
        1,
        draftTokens,
        sampling,
        new PromptChoice(Path.of("p"), 3),
        maxNewTokens,
        repeats,
        EndOfSequence.IGNORE);
  }

  /** A target whose verification rounds differently: it takes a wrong token once. */
  private static final class Misreading implements LanguageModel {

    private final LanguageModel model;
    private final int afterLength;

    Misreading(LanguageModel model, int afterLength) {
      this.model = model;
      this.afterLength = afterLength;
    }

    @Override
    public Verification verify(int last, Proposal proposal, TokenChoice choice) {
      int before = model.length();
      Verification right = model.verify(last, proposal, choice);
      return before < afterLength
          ? right
          : new Verification(right.drafted(), right.accepted(), (right.next() + 1) % LETTERS);
    }

    @Override
    public int vocabularySize() {
      return model.vocabularySize();
    }

    @Override
    public int contextLength() {
      return model.contextLength();
    }

    @Override
    public int length() {
      return model.length();
    }

    @Override
    public void rollBack(int length) {
      model.rollBack(length);
    }

    @Override
    public int prefill(int[] prompt, TokenChoice choice) {
      return model.prefill(prompt, choice);
    }

    @Override
    public int[] extend(int token, int count, TokenChoice choice, Set<Integer> stopIds) {
      return model.extend(token, count, choice, stopIds);
    }

    @Override
    public Proposal draft(int[] pending, int count, StoppingRule stopping, TokenChoice choice) {
      return model.draft(pending, count, stopping, choice);
    }

    @Override
    public float[][] logits(int[] tokens) {
      return model.logits(tokens);
    }

    @Override
    public List<TokenProbabilities> probabilities(
        int[] prompt, int[] text, int[][] candidates, Sampling sampling) {
      return model.probabilities(prompt, text, candidates, sampling);
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
