package dev.goldilocks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldilocks.decode.RoundTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final RoundTime SHORT =
      new RoundTime(1_000_000, 2_000_000, OptionalLong.of(400_000), 200_000, 3_800_000);

  private static final RoundTime LONG =
      new RoundTime(3_000_000, 2_600_000, OptionalLong.of(600_000), 400_000, 6_600_000);

  @Test
  void theLedgerIsTheMeanOverRounds() {
    Ledger ledger = Ledger.of(List.of(SHORT, LONG));

    assertThat(values(ledger)).containsExactly(2.0, 2.3, 0.5, 0.3, 0.1);
    assertThat(ledger.roundMs()).isEqualTo(5.2);
  }

  @Test
  void sharesArePooledSoThatALongRoundCountsForMore() {
    // 4 ms of draft in 10.4 ms; the mean of the rounds' own shares would be 0.36.
    assertThat(Ledger.of(List.of(SHORT, LONG)).share(LedgerPart.DRAFT))
        .isCloseTo(4 / 10.4, within(1e-12));
  }

  @Test
  void sharesAddUpToTheWhole() {
    Ledger ledger = Ledger.of(List.of(SHORT, LONG));

    assertThat(Arrays.stream(LedgerPart.values()).mapToDouble(ledger::share).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void acceptanceThatNoRoundTellsIsUnknownAndInTheVerification() {
    Ledger ledger =
        Ledger.of(List.of(new RoundTime(100, 700, 900), new RoundTime(100, 900, 1_100)));

    assertThat(ledger).isEqualTo(new Ledger(0.001, 0.0001, 0.0008, Double.NaN, 0.0001, 0));
  }

  @Test
  void aRoundWithoutADraftHasNothingToAccept() {
    RoundTime without = new RoundTime(0, 1_000_000, OptionalLong.empty(), 0, 1_000_000);

    assertThat(Ledger.of(List.of(SHORT, without)).acceptanceMs()).isEqualTo(0.2);
  }

  @Test
  void noRoundsNoLedger() {
    assertThat(Ledger.of(List.of())).isEqualTo(Ledger.UNKNOWN);
  }

  @Test
  void roundsThatCouldNotDraftKTokensAreLeftOut() {
    // K = 4 and 8 tokens: 7 are left for the first round, 3 for the second.
    PairSample pair =
        new PairSample(
            Samples.plan(0, "a", 4),
            10,
            Samples.plain(7, 70_000_000),
            Samples.side(Samples.round(4, 3, 4, 20_000_000), Samples.round(2, 2, 3, 12_000_000)),
            new TextComparison.Identical());

    assertThat(
            Figures.result(new DraftLength.Fixed(4), List.of(pair), 8, 0, new Bootstrap(100, 1))
                .ledger())
        .isEqualTo(new Ledger(20, 5, 15, Double.NaN, 0, 0));
  }

  private static List<Double> values(Ledger ledger) {
    return Arrays.stream(LedgerPart.values())
        .map(part -> Math.round(ledger.ms(part) * 1e9) / 1e9)
        .toList();
  }
}
