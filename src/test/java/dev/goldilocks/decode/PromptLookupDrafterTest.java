package dev.goldilocks.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptLookupDrafterTest {

  private static final TokenChoice GREEDY = new TokenChoice.Greedy();

  private final PromptLookupDrafter drafter = new PromptLookupDrafter(2);

  @Test
  void itProposesWhatFollowedTheSameEnding() {
    drafter.begin(new int[] {1, 2, 3, 4, 5, 1}, 2, GREEDY);

    assertThat(proposed(3)).containsExactly(3, 4, 5);
  }

  @Test
  void aLongerEndingGoesBeforeAnEarlierPlace() {
    // 2 alone is found first, after 9; 1 2 is found later.
    drafter.begin(new int[] {9, 2, 7, 1, 2, 8, 1}, 2, GREEDY);

    assertThat(proposed(1)).containsExactly(8);
  }

  @Test
  void ofSeveralPlacesTheEarliestCounts() {
    drafter.begin(new int[] {1, 2, 5, 1, 2, 6, 1}, 2, GREEDY);

    assertThat(proposed(1)).containsExactly(5);
  }

  @Test
  void aShorterEndingIsBetterThanNothing() {
    drafter.begin(new int[] {3, 2, 7, 4, 1}, 2, GREEDY);

    assertThat(proposed(4)).containsExactly(7, 4, 1, 2);
  }

  @Test
  void noPlaceNoProposal() {
    drafter.begin(new int[] {1, 2, 3}, 4, GREEDY);

    assertThat(proposed(4)).isEmpty();
  }

  @Test
  void itEndsWhereTheTextEnds() {
    drafter.begin(new int[] {1, 5}, 1, GREEDY);

    assertThat(proposed(8)).containsExactly(5, 1);
  }

  @Test
  void itLearnsFromWhatTheTargetMadeOfIt() {
    drafter.begin(new int[] {1, 2, 3, 4, 1}, 2, GREEDY);
    drafter.settle(new Verification(List.of(3, 4), 1, 9));

    // The text is 1 2 3 4 1 2 3 9 now, and has seen no 9 before.
    assertThat(proposed(2)).isEmpty();
    drafter.settle(new Verification(List.of(), 0, 2));
    // ... 9 2: the pair is new, and 2 was first followed by 3.
    assertThat(proposed(2)).containsExactly(3, 4);
  }

  @Test
  void aTextMayBecomeManyTimesAsLongAsItsPrompt() {
    drafter.begin(new int[] {1}, 2, GREEDY);
    for (int id = 3; id < 1000; id++) {
      drafter.settle(new Verification(List.of(), 0, id));
    }
    drafter.settle(new Verification(List.of(), 0, 500));

    assertThat(proposed(3)).containsExactly(501, 502, 503);
  }

  @Test
  void aNewTextForgetsTheLast() {
    drafter.begin(new int[] {1, 2, 3, 1}, 2, GREEDY);
    drafter.begin(new int[] {7, 1}, 2, GREEDY);

    assertThat(proposed(2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 10})
  void greedyIdsAreTheTargetsOwn(int draftTokens) {
    Law law = Law.scattered(12, 7);
    Limits limits = new Limits(80, Set.of());
    int[] prompt = {3, 1, 4, 1, 5};

    Generation alone =
        new PlainDecoder(new ScriptedModel(law), 8).decode(prompt, limits, GREEDY, step -> {});
    Generation drafted =
        new SpeculativeDecoder(new ScriptedModel(law), drafter, draftTokens)
            .decode(prompt, limits, GREEDY, step -> {});

    assertThat(drafted.ids()).isEqualTo(alone.ids());
  }

  @Test
  void aTextThatRepeatsItselfIsAcceptedWhole() {
    // Counts from 0 to 9 and begins again: after one turn everything was seen.
    Law counting = Law.successor(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
    Generation text =
        new SpeculativeDecoder(new ScriptedModel(counting), drafter, 4)
            .decode(
                new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0},
                new Limits(21, Set.of()),
                GREEDY,
                step -> {});

    assertThat(text.steps())
        .hasSize(4)
        .allSatisfy(step -> assertThat(((Step.Round) step).accepted()).isEqualTo(4));
  }

  private List<Integer> proposed(int count) {
    return ((ProposedTokens) drafter.propose(count, new StoppingRule.AtCount())).tokens();
  }
}
