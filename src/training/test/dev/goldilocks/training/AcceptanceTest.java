package dev.goldilocks.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcceptanceTest {

  /** Tokens 2 to 10 of an output; the draft misses the fifth and the tenth. */
  private static final boolean[] AGREES = {true, true, true, false, true, true, true, true, false};

  @Test
  void aRoundEndsAtTheFirstTokenThatTheDraftMissed() {
    // Rounds: 3 of 4 accepted and the target's own; 4 of 4 accepted and the target's own.
    assertThat(Acceptance.of(AGREES, 4)).isEqualTo(new Acceptance(8, 7, 2, 9));
  }

  @Test
  void aRoundDraftsNoFurtherThanTheOutputGoes() {
    // Both of 2; neither of 2, for the miss; both of 2; then two tokens are left, so one is
    // drafted.
    assertThat(Acceptance.of(AGREES, 2)).isEqualTo(new Acceptance(7, 5, 4, 9));
  }

  @Test
  void figuresArePooledOverPrompts() {
    Acceptance sum = new Acceptance(8, 7, 2, 9).plus(new Acceptance(12, 3, 3, 6));

    assertThat(sum.rate()).isEqualTo(0.5);
    assertThat(sum.meanLength()).isEqualTo(3.0);
  }
}
