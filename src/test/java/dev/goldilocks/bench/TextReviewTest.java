package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.decode.Law;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.ScriptedModel;
import dev.goldilocks.decode.Step;
import dev.goldilocks.decode.TokenText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextReviewTest {

  private static final int LETTERS = 12;
  private static final Law LAW = Law.scattered(LETTERS, 5);
  private static final Law DRAFT_LAW = LAW.agreeing(0.6, 9);
  private static final Prompt PROMPT = new Prompt("1", "code", "abba");

  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void eachTextIsReadOnceForAllThePairsThatWroteIt() {
    List<PairSample> pairs = measured(List.of(1, 3), 2, Sampling.greedy(1), DRAFT);

    review(pairs, Sampling.greedy(1), DRAFT, () -> false);

    assertThat(texts()).extracting(TextProbabilities::pairs).containsExactly(List.of(0, 1, 2, 3));
  }

  @Test
  void ofDrawnTextsThoseOfTheFirstRepeatAreRead() {
    Sampling sampling = new Sampling(1, 0, 1, 7);
    List<PairSample> pairs = measured(List.of(3), 3, sampling, DRAFT);

    review(pairs, sampling, DRAFT, () -> false);

    assertThat(texts())
        .extracting(TextProbabilities::pairs)
        .containsExactly(
            List.of(
                pairs.stream()
                    .filter(pair -> pair.plan().repeat() == 0)
                    .findFirst()
                    .orElseThrow()
                    .plan()
                    .index()));
  }

  @Test
  void everyTokenHasTheSoftmaxOfBothModelsWithWhatElseCouldHaveStoodThere() {
    PairSample pair = measured(List.of(3), 1, Sampling.greedy(1), DRAFT).getFirst();

    review(List.of(pair), Sampling.greedy(1), DRAFT, () -> false);

    List<Integer> text = pair.speculative().generation().ids();
    List<WrittenToken> expected = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      List<Integer> before = Stream.concat(ids().stream(), text.subList(0, i).stream()).toList();
      double[] p = softmax(LAW.logits(before));
      double[] q = softmax(DRAFT_LAW.logits(before));
      TokenOdds written = new TokenOdds(text.get(i), p[text.get(i)], q[text.get(i)]);
      // Greedy: the target's best is the written token, and what was rejected the draft's best.
      int drafted = IntStream.range(0, LETTERS).reduce(0, (a, b) -> q[b] > q[a] ? b : a);
      expected.add(
          new WrittenToken(
              written,
              drafted == text.get(i)
                  ? List.of()
                  : List.of(new TokenOdds(drafted, p[drafted], q[drafted]))));
    }
    assertThat(texts().getFirst().tokens()).isEqualTo(expected);
    assertThat(rejections(pair)).as("or nothing was rejected").isNotEmpty();
    assertThat(expected.stream().filter(token -> !token.others().isEmpty()).count())
        .isGreaterThanOrEqualTo(rejections(pair).size());
  }

  @Test
  void aDrawnTextHasItsRejectedTokensAndTheBestOfBothModels() {
    Sampling sampling = new Sampling(0.8, 6, 0.95, 3);
    PairSample pair = measured(List.of(4), 1, sampling, DRAFT).getFirst();

    review(List.of(pair), sampling, DRAFT, () -> false);

    List<Integer> text = pair.speculative().generation().ids();
    for (int i = 0; i < text.size(); i++) {
      List<Integer> before = Stream.concat(ids().stream(), text.subList(0, i).stream()).toList();
      WrittenToken token = texts().getFirst().tokens().get(i);
      List<TokenOdds> all =
          Stream.concat(Stream.of(token.written()), token.others().stream()).toList();
      double[] p = ScriptedModel.probabilities(LAW.logits(before), sampling);
      double[] q = ScriptedModel.probabilities(DRAFT_LAW.logits(before), sampling);
      assertThat(all)
          .allSatisfy(
              odds ->
                  assertThat(odds).isEqualTo(new TokenOdds(odds.id(), p[odds.id()], q[odds.id()])));
      assertThat(all.stream().mapToDouble(TokenOdds::target).max())
          .hasValue(new TokenOdds(0, Arrays.stream(p).max().orElseThrow(), 0).target());
      assertThat(all.stream().mapToDouble(TokenOdds::draft).max())
          .hasValue(new TokenOdds(0, 0, Arrays.stream(q).max().orElseThrow()).draft());
      if (rejections(pair).containsKey(i)) {
        assertThat(token.others()).extracting(TokenOdds::id).contains(rejections(pair).get(i));
      }
    }
  }

  @Test
  void promptLookupHasNoProbabilitiesOfItsOwn() {
    SecondSide lookup = new SecondSide.LookedUp(2);
    List<PairSample> pairs = measured(List.of(3), 1, Sampling.greedy(1), lookup);

    review(pairs, Sampling.greedy(1), lookup, () -> false);

    assertThat(texts().getFirst().tokens())
        .allSatisfy(token -> assertThat(token.written().draft()).isNaN())
        .allSatisfy(token -> assertThat(token.written().target()).isPositive());
  }

  @Test
  void tokensAreNamedWithThoseThatWereNeverWritten() {
    List<PairSample> pairs = measured(List.of(3), 1, Sampling.greedy(1), DRAFT);

    review(pairs, Sampling.greedy(1), DRAFT, () -> false);

    Set<Integer> ids = new TreeSet<>(pairs.getFirst().speculative().generation().ids());
    rounds(pairs.getFirst()).forEach(round -> ids.addAll(round.drafted()));
    texts().getFirst().tokens().forEach(token -> token.others().forEach(o -> ids.add(o.id())));
    Map<Integer, TokenText> named = ((RunEvent.TokensNamed) events.getLast()).texts();
    assertThat(named.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(named).containsEntry(ids.iterator().next(), letter(ids.iterator().next()));
  }

  @Test
  void whoCancelsKeepsTheNamesWithoutProbabilities() {
    List<PairSample> pairs = measured(List.of(3), 1, Sampling.greedy(1), DRAFT);

    review(pairs, Sampling.greedy(1), DRAFT, () -> true);

    assertThat(events).hasSize(1).first().isInstanceOf(RunEvent.TokensNamed.class);
  }

  private static final SecondSide DRAFT = new SecondSide.DraftModel(new ScriptedModel(DRAFT_LAW));

  private static TokenText letter(int id) {
    return new TokenText.Characters(Character.toString('a' + id));
  }

  private static List<Integer> ids() {
    return Arrays.stream(new LetterTokenizer().encode(PROMPT.text())).boxed().toList();
  }

  private static double[] softmax(float[] logits) {
    return ScriptedModel.probabilities(logits, new Sampling(1, 0, 1, 0));
  }

  private List<TextProbabilities> texts() {
    return events.stream()
        .filter(RunEvent.TextReviewed.class::isInstance)
        .map(event -> ((RunEvent.TextReviewed) event).text())
        .toList();
  }

  private static List<Step.Round> rounds(PairSample pair) {
    return pair.speculative().generation().steps().stream().map(Step.Round.class::cast).toList();
  }

  /** Position in the text to the drafted token that was rejected there. */
  private static Map<Integer, Integer> rejections(PairSample pair) {
    Map<Integer, Integer> rejected = new TreeMap<>();
    int place = 1;
    for (Step.Round round : rounds(pair)) {
      if (round.accepted() < round.drafted().size()) {
        rejected.put(place + round.accepted(), round.drafted().get(round.accepted()));
      }
      place += round.emitted().size();
    }
    return rejected;
  }

  private static List<PairSample> measured(
      List<Integer> draftTokens, int repeats, Sampling sampling, SecondSide second) {
    List<PairSample> pairs = new ArrayList<>();
    new Experiment(
            spec(draftTokens, repeats, sampling),
            List.of(PROMPT),
            sides(second),
            event -> {
              if (event instanceof RunEvent.PairMeasured(PairSample pair)) {
                pairs.add(pair);
              }
            },
            () -> false)
        .run();
    return pairs;
  }

  private void review(
      List<PairSample> pairs, Sampling sampling, SecondSide second, BooleanSupplier cancelled) {
    new TextReview(spec(List.of(1), 1, sampling), sides(second), events::add, cancelled).of(pairs);
  }

  private static LoadedPair sides(SecondSide second) {
    return new LoadedPair(new ScriptedModel(LAW), second, new LetterTokenizer(), Set.of());
  }

  private static RunSpec spec(List<Integer> draftTokens, int repeats, Sampling sampling) {
    ModelChoice model = new ModelChoice(Path.of("t"), Precision.F32);
    return new RunSpec(
        model,
        model,
        "cpu",
        1,
        draftTokens,
        sampling,
        new PromptChoice(Path.of("p"), 1),
        24,
        repeats,
        EndOfSequence.IGNORE);
  }
}
