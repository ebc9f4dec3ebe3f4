package dev.goldilocks.bench;

import dev.goldilocks.decode.RoundTime;

/** Adds rounds up to their mean ledger, without keeping them. */
final class LedgerSum {

  private long rounds;
  private long timedAcceptances;
  private long totalNanos;
  private long draftNanos;
  private long verifyNanos;
  private long acceptanceNanos;
  private long hostNanos;
  private long residualNanos;

  void add(RoundTime round) {
    rounds++;
    totalNanos += round.totalNanos();
    draftNanos += round.draftNanos();
    verifyNanos += round.verifyNanos();
    if (round.acceptanceNanos().isPresent()) {
      timedAcceptances++;
      acceptanceNanos += round.acceptanceNanos().getAsLong();
    }
    hostNanos += round.hostNanos();
    residualNanos += round.residualNanos();
  }

  /** The mean over the rounds; {@link Ledger#UNKNOWN} without any. */
  Ledger mean() {
    return rounds == 0
        ? Ledger.UNKNOWN
        : new Ledger(
            meanMs(totalNanos),
            meanMs(draftNanos),
            meanMs(verifyNanos),
            timedAcceptances == 0 ? Double.NaN : meanMs(acceptanceNanos),
            meanMs(hostNanos),
            meanMs(residualNanos));
  }

  private double meanMs(long nanos) {
    return (double) nanos / rounds / 1e6;
  }
}
