package dev.goldilocks.bench;

import dev.goldilocks.decode.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger of each K round by round, while texts are written. It takes the same rounds as {@link
 * RoundTally}, so that its last word is the saved run's.
 */
final class LiveLedgers {

  private final int maxNewTokens;
  private final Map<Integer, LedgerSum> sums = new TreeMap<>();
  private int remaining;

  /**
   * @param maxNewTokens limit of every text
   */
  LiveLedgers(int maxNewTokens) {
    this.maxNewTokens = maxNewTokens;
  }

  /** A text begins; its first token comes from the prompt. */
  void begin() {
    remaining = maxNewTokens - 1;
  }

  /**
   * A step was taken.
   *
   * @param draftTokens K of the pair that it belongs to
   */
  void add(int draftTokens, Step step) {
    switch (step) {
      case Step.Plain _ -> {}
      case Step.Round round -> {
        if (remaining > draftTokens) {
          sums.computeIfAbsent(draftTokens, _ -> new LedgerSum()).add(round.time());
        }
      }
    }
    remaining -= step.emitted().size();
  }

  /** One entry for each K with at least one such round, K ascending. */
  List<RoundLedger> ledgers() {
    return sums.entrySet().stream()
        .map(entry -> new RoundLedger(entry.getKey(), entry.getValue().mean()))
        .toList();
  }
}
