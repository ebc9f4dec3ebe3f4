package dev.goldilocks.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.goldilocks.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeculativeDecoderTest {

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();
  private static final DecodeListener NOBODY = step -> {};
  private static final int[] PROMPT = {3, 1, 4, 1, 5};

  /** Counts up from 0 to 9 and begins again. */
  private static final Law COUNTING = Law.successor(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);

  /** Counts too, but thinks that 9 comes after 3. */
  private static final Law MISCOUNTING = Law.successor(1, 2, 3, 9, 5, 6, 7, 8, 9, 0);

  static Stream<Arguments> everyKAndAgreement() {
    return IntStream.rangeClosed(1, 10)
        .boxed()
        .flatMap(k -> Stream.of(0.0, 0.3, 0.8, 1.0).map(share -> arguments(k, share)));
  }

  @ParameterizedTest(name = "K = {0}, agreeing {1}")
  @MethodSource("everyKAndAgreement")
  void greedyIdsAreTheTargetsOwnWhateverTheDraft(int draftTokens, double share) {
    Law law = Law.scattered(50, 7);
    Limits limits = new Limits(80, Set.of());

    Generation speculative = speculate(law, law.agreeing(share, 11), draftTokens, limits);

    assertThat(speculative.ids()).isEqualTo(plain(law, limits).ids()).hasSize(80);
  }

  @ParameterizedTest(name = "K = {0}, agreeing {1}")
  @MethodSource("everyKAndAgreement")
  void aStopIdEndsTheTextWhereverItFallsInARound(int draftTokens, double share) {
    Law law = Law.scattered(50, 7);
    List<Integer> endless = plain(law, new Limits(80, Set.of())).ids();

    for (int end = 0; end < 40; end++) {
      int stop = endless.get(end);
      Limits limits = new Limits(80, Set.of(stop));
      Generation speculative = speculate(law, law.agreeing(share, 11), draftTokens, limits);
      assertThat(speculative.ids())
          .isEqualTo(endless.subList(0, endless.indexOf(stop) + 1))
          .isEqualTo(plain(law, limits).ids());
    }
  }

  @Test
  void roundsTellWhatWasDraftedAcceptedAndEmitted() {
    List<Step> steps = speculate(COUNTING, MISCOUNTING, 4, new Limits(16, Set.of())).steps();

    // The prompt ends with 5, so the first token is 6; 9 was drafted after 3 where 4 belongs.
    assertThat(steps)
        .extracting(step -> counts((Step.Round) step))
        .containsExactly(
            "drafted [7, 8, 9, 0], accepted 4, emitted [7, 8, 9, 0, 1]",
            "drafted [2, 3, 9, 0], accepted 2, emitted [2, 3, 4]",
            "drafted [5, 6, 7, 8], accepted 4, emitted [5, 6, 7, 8, 9]",
            "drafted [0], accepted 1, emitted [0, 1]");
  }

  @Test
  void aRoundNeverDraftsPastTheLimit() {
    // 12 tokens: one from the prompt, 5 + 5 from two rounds, and one that is not worth a draft.
    assertThat(speculate(COUNTING, COUNTING, 4, new Limits(12, Set.of())).steps())
        .extracting(step -> counts((Step.Round) step))
        .containsExactly(
            "drafted [7, 8, 9, 0], accepted 4, emitted [7, 8, 9, 0, 1]",
            "drafted [2, 3, 4, 5], accepted 4, emitted [2, 3, 4, 5, 6]",
            "drafted [], accepted 0, emitted [7]");
  }

  @Test
  void aLargeKIsCutToWhatIsLeft() {
    assertThat(speculate(COUNTING, COUNTING, 10, new Limits(4, Set.of())).steps())
        .extracting(step -> counts((Step.Round) step))
        .containsExactly("drafted [7, 8], accepted 2, emitted [7, 8, 9]");
  }

  @Test
  void aRoundThatMeetsAStopIdIsCutInWhatItEmitsButNotInWhatWasAccepted() {
    assertThat(speculate(COUNTING, COUNTING, 4, new Limits(50, Set.of(8))).steps())
        .extracting(step -> counts((Step.Round) step))
        .containsExactly("drafted [7, 8, 9, 0], accepted 4, emitted [7, 8]");
  }

  @Test
  void aTextMayEndWithItsFirstToken() {
    Generation stopped = speculate(COUNTING, COUNTING, 4, new Limits(50, Set.of(6)));
    Generation limited = speculate(COUNTING, COUNTING, 4, new Limits(1, Set.of()));

    assertThat(List.of(stopped.ids(), limited.ids())).containsExactly(List.of(6), List.of(6));
    assertThat(List.of(stopped.steps(), limited.steps())).containsOnly(List.of());
  }

  @Test
  void eachRoundIsOneDraftCallAndOneVerification() {
    ScriptedModel target = new ScriptedModel(COUNTING);
    ScriptedModel draft = new ScriptedModel(MISCOUNTING).following(target);
    new SpeculativeDecoder(target, new ModelDrafter(draft), 4)
        .decode(PROMPT, new Limits(17, Set.of()), GREEDY, NOBODY);

    assertThat(target.calls())
        .containsExactly("prefill 5", "verify 4", "verify 4", "verify 4", "verify 2");
    // After a round accepted whole, the draft still has to read its own last token.
    assertThat(draft.calls())
        .containsExactly(
            "prefill 5", "draft 1+4", "draft 2+4", "rollBack 13", "draft 1+4", "draft 2+2");
  }

  @Test
  void aDrafterWithoutAGuessCostsAPlainStep() {
    ScriptedModel target = new ScriptedModel(COUNTING);
    Drafter guessesOnce =
        new Drafter() {
          private final List<List<Integer>> guesses =
              new ArrayList<>(List.of(List.of(), List.of(8, 8), List.of()));

          @Override
          public int contextLength() {
            return Integer.MAX_VALUE;
          }

          @Override
          public void begin(int[] prompt, int first, TokenChoice choice) {}

          @Override
          public Proposal propose(int count, StoppingRule stopping) {
            return new ProposedTokens(guesses.removeFirst());
          }

          @Override
          public void settle(Verification verification) {}

          @Override
          public void close() {}
        };

    Generation text =
        new SpeculativeDecoder(target, guessesOnce, 4)
            .decode(PROMPT, new Limits(5, Set.of()), GREEDY, NOBODY);

    assertThat(text.steps())
        .extracting(step -> counts((Step.Round) step))
        .containsExactly(
            "drafted [], accepted 0, emitted [7]",
            "drafted [8, 8], accepted 1, emitted [8, 9]",
            "drafted [], accepted 0, emitted [0]");
  }

  @Test
  void theListenerHearsOfTheFirstTokenAndOfEveryStepInOrder() {
    List<Object> heard = new ArrayList<>();
    ScriptedModel target = new ScriptedModel(COUNTING);
    ScriptedModel draft = new ScriptedModel(MISCOUNTING);

    Generation text =
        new SpeculativeDecoder(target, new ModelDrafter(draft), 2)
            .decode(PROMPT, new Limits(12, Set.of()), GREEDY, noting(heard));

    List<Object> happened = new ArrayList<>();
    happened.add("first 6 after " + text.prefillNanos());
    happened.addAll(text.steps());
    assertThat(heard).isEqualTo(happened);
  }

  @Test
  void everyNanosecondOfARoundIsTheDraftsOrTheTargetsAndTheListenersAreInNone() {
    ManualClock clock = new ManualClock();
    ScriptedModel target = new ScriptedModel(COUNTING).taking(700, clock);
    ScriptedModel draft = new ScriptedModel(MISCOUNTING).taking(30, clock);

    Generation text =
        new SpeculativeDecoder(target, new ModelDrafter(draft), new ConstantDraft(4, 0), clock)
            .decode(PROMPT, new Limits(12, Set.of()), GREEDY, step -> clock.advance(1_000_000));

    // Reading the prompt is a call to each; a rejection costs a call to roll the draft back.
    assertThat(text.prefillNanos()).isEqualTo(730);
    assertThat(text.steps())
        .extracting(step -> ((Step.Round) step).time())
        .containsExactly(
            new RoundTime(30, 700, OptionalLong.empty(), 0, 730),
            new RoundTime(60, 700, OptionalLong.empty(), 0, 760),
            new RoundTime(30, 700, OptionalLong.empty(), 0, 730));
  }

  @Test
  void acceptanceIsTakenOutOfTheVerificationWhereTheTargetTimesIt() {
    ManualClock clock = new ManualClock();
    ScriptedModel target = new ScriptedModel(COUNTING).taking(700, clock).timingItsAcceptanceAs(40);
    ScriptedModel draft = new ScriptedModel(COUNTING).taking(30, clock);

    Generation text =
        new SpeculativeDecoder(target, new ModelDrafter(draft), new ConstantDraft(4, 0), clock)
            .decode(PROMPT, new Limits(7, Set.of()), GREEDY, NOBODY);

    // The second round has nothing to accept: it writes one token without a draft.
    assertThat(text.steps())
        .extracting(step -> ((Step.Round) step).time())
        .containsExactly(
            new RoundTime(30, 660, OptionalLong.of(40), 0, 730),
            new RoundTime(0, 700, OptionalLong.empty(), 0, 700));
  }

  @Test
  void whatPassesBetweenTheCallsIsTheHosts() {
    ManualClock clock = new ManualClock();
    LongSupplier ticking =
        () -> {
          clock.advance(1);
          return clock.getAsLong();
        };

    Generation text =
        new SpeculativeDecoder(
                new ScriptedModel(COUNTING),
                new ModelDrafter(new ScriptedModel(COUNTING)),
                new ConstantDraft(4, 0),
                ticking)
            .decode(PROMPT, new Limits(6, Set.of()), GREEDY, NOBODY);

    // Seven readings: start, drafting, drafted, verified, settled, written, end. The last gap is in
    // no part; in the first it is decided how many tokens to draft.
    RoundTime time = ((Step.Round) text.steps().getFirst()).time();
    assertThat(time).isEqualTo(new RoundTime(2, 1, OptionalLong.empty(), 2, 6));
    assertThat(time.residualNanos()).isEqualTo(1);
  }

  @Test
  void aListenerCanStopTheText() {
    assertThatThrownBy(
            () ->
                new SpeculativeDecoder(
                        new ScriptedModel(COUNTING),
                        new ModelDrafter(new ScriptedModel(COUNTING)),
                        4)
                    .decode(
                        PROMPT,
                        new Limits(50, Set.of()),
                        GREEDY,
                        step -> {
                          throw new CancellationException();
                        }))
        .isInstanceOf(CancellationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 20})
  void theTextMustFitTheDraftsContext(int context) {
    SpeculativeDecoder decoder =
        new SpeculativeDecoder(
            new ScriptedModel(COUNTING),
            new ModelDrafter(
                new ScriptedModel(COUNTING, context, ScriptedModel.Acceptance.EVERYTHING)),
            4);

    if (context == 21) {
      decoder.requireFit(new int[6], 10);
    } else {
      assertThatThrownBy(() -> decoder.requireFit(new int[6], 10))
          .isInstanceOf(ProblemException.class)
          .hasMessage(
              "The prompt of 6 tokens, 10 new tokens and 5 to look ahead make 21, and the draft's"
                  + " context holds 20; shorten the prompt or ask for fewer new tokens.");
    }
  }

  @Test
  void anIdThatTheTargetDoesNotKnowIsRefused() {
    SpeculativeDecoder decoder =
        new SpeculativeDecoder(
            new ScriptedModel(COUNTING), new ModelDrafter(new ScriptedModel(COUNTING)), 4);
    int ids = COUNTING.logits(List.of(0)).length;

    decoder.requireFit(new int[] {ids - 1}, 4);
    assertThatThrownBy(() -> decoder.requireFit(new int[] {ids}, 4))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("The tokenizer gives the prompt the id " + ids);
  }

  @Test
  void aTextThatCannotFitIsRefusedBeforeAnythingIsRead() {
    ScriptedModel target =
        new ScriptedModel(COUNTING, 20, ScriptedModel.Acceptance.REJECTION_SAMPLING);
    SpeculativeDecoder decoder =
        new SpeculativeDecoder(target, new ModelDrafter(new ScriptedModel(COUNTING)), 4);

    assertThatThrownBy(() -> decoder.decode(PROMPT, new Limits(11, Set.of()), GREEDY, NOBODY))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The prompt of 5 tokens, 11 new tokens and 5 to look ahead make 21, and the target's"
                + " context holds 20; shorten the prompt or ask for fewer new tokens.");
    assertThat(target.calls()).isEmpty();
  }

  private static Generation speculate(Law law, Law draftLaw, int draftTokens, Limits limits) {
    ScriptedModel target = new ScriptedModel(law);
    ScriptedModel draft = new ScriptedModel(draftLaw).following(target);
    return new SpeculativeDecoder(target, new ModelDrafter(draft), draftTokens)
        .decode(PROMPT, limits, GREEDY, NOBODY);
  }

  private static Generation plain(Law law, Limits limits) {
    return new PlainDecoder(new ScriptedModel(law), 8).decode(PROMPT, limits, GREEDY, NOBODY);
  }

  private static String counts(Step.Round round) {
    return "drafted %s, accepted %d, emitted %s"
        .formatted(round.drafted(), round.accepted(), round.emitted());
  }

  private static DecodeListener noting(List<Object> heard) {
    return new DecodeListener() {
      @Override
      public void firstToken(int token, long prefillNanos) {
        heard.add("first " + token + " after " + prefillNanos);
      }

      @Override
      public void stepped(Step step) {
        heard.add(step);
      }
    };
  }
}
