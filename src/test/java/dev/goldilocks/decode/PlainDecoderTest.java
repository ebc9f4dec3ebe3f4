package dev.goldilocks.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecoderTest {

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();
  private static final DecodeListener NOBODY = step -> {};
  private static final Law COUNTING = Law.successor(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);

  @Test
  void writesInCallsOfAFixedLengthAndARest() {
    ScriptedModel model = new ScriptedModel(COUNTING);

    Generation text =
        new PlainDecoder(model, 4)
            .decode(new int[] {2, 3}, new Limits(11, Set.of()), GREEDY, NOBODY);

    assertThat(text.ids()).containsExactly(4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4);
    assertThat(text.steps())
        .extracting(Step::emitted)
        .containsExactly(List.of(5, 6, 7, 8), List.of(9, 0, 1, 2), List.of(3, 4));
    assertThat(model.calls()).containsExactly("prefill 2", "extend 4", "extend 4", "extend 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 100})
  void theTextDoesNotDependOnTheLengthOfACall(int tokensPerCall) {
    Law law = Law.scattered(50, 3);
    Limits limits = new Limits(60, Set.of());

    assertThat(write(law, tokensPerCall, limits)).isEqualTo(write(law, 7, limits));
  }

  @Test
  void aStopIdEndsTheTextAndIsPartOfIt() {
    assertThat(write(COUNTING, 4, new Limits(50, Set.of(1))))
        .containsExactly(3, 4, 5, 6, 7, 8, 9, 0, 1);
  }

  @Test
  void aTextMayEndWithItsFirstToken() {
    assertThat(write(COUNTING, 4, new Limits(50, Set.of(3)))).containsExactly(3);
    assertThat(write(COUNTING, 4, new Limits(1, Set.of()))).containsExactly(3);
  }

  @Test
  void aStepsTimeIsTheModelsAndNotTheListeners() {
    ManualClock clock = new ManualClock();
    ScriptedModel model = new ScriptedModel(COUNTING).taking(700, clock);

    Generation text =
        new PlainDecoder(model, 4, clock)
            .decode(
                new int[] {2, 3},
                new Limits(6, Set.of()),
                GREEDY,
                step -> clock.advance(1_000_000));

    assertThat(text)
        .isEqualTo(
            new Generation(
                List.of(4, 5, 6, 7, 8, 9),
                700,
                List.of(
                    new Step.Plain(List.of(5, 6, 7, 8), 700), new Step.Plain(List.of(9), 700))));
  }

  @Test
  void theTextMustFitTheContext() {
    PlainDecoder decoder =
        new PlainDecoder(
            new ScriptedModel(COUNTING, 20, ScriptedModel.Acceptance.REJECTION_SAMPLING), 4);

    decoder.requireFit(new int[10], 10);
    assertThatThrownBy(() -> decoder.requireFit(new int[10], 11))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The prompt of 10 tokens and 11 new tokens make 21, and the target's context holds 20;"
                + " shorten the prompt or ask for fewer new tokens.");
  }

  @Test
  void anIdThatTheModelDoesNotKnowIsRefused() {
    PlainDecoder decoder = new PlainDecoder(new ScriptedModel(COUNTING), 4);
    int ids = COUNTING.logits(List.of(0)).length;

    decoder.requireFit(new int[] {1, ids - 1}, 4);
    assertThatThrownBy(
            () -> decoder.decode(new int[] {1, ids}, new Limits(4, Set.of()), GREEDY, NOBODY))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The tokenizer gives the prompt the id %d, and the target's ids end at %d; leave that"
                    .formatted(ids, ids - 1)
                + " token's text out of the prompt, or give the target the tokenizer.json that"
                + " belongs to it.");
  }

  @Test
  void anEmptyPromptIsRefused() {
    PlainDecoder decoder = new PlainDecoder(new ScriptedModel(COUNTING), 4);

    assertThatThrownBy(() -> decoder.decode(new int[] {}, new Limits(4, Set.of()), GREEDY, NOBODY))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The prompt is empty; give a text of at least one token.");
  }

  private static List<Integer> write(Law law, int tokensPerCall, Limits limits) {
    return new PlainDecoder(new ScriptedModel(law), tokensPerCall)
        .decode(new int[] {1, 2}, limits, GREEDY, NOBODY)
        .ids();
  }
}
