package dev.goldilocks.bench;

import dev.goldilocks.decode.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ledger of each K and policy round by round, while texts are written. It takes the same rounds
 * as {@link RoundTally}, so that its last word is the saved run's.
 */
final class LiveLedgers {

  private final int maxNewTokens;
  private final Map<DraftLength, LedgerSum> sums = new TreeMap<>();
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
   * @param length K, or the policy, of the pair that it belongs to
   */
  void add(DraftLength length, Step step) {
    switch (step) {
      case Step.Plain _ -> {}
      case Step.Round round -> {
        if (remaining > length.most()) {
          sums.computeIfAbsent(length, _ -> new LedgerSum()).add(round.time());
        }
      }
    }
    remaining -= step.emitted().size();
  }

  /** One entry for each K and policy with at least one such round. */
  List<RoundLedger> ledgers() {
    return sums.entrySet().stream()
        .map(entry -> new RoundLedger(entry.getKey(), entry.getValue().mean()))
        .toList();
  }
}
