package dev.goldilocks.bench;

import java.util.List;

/**
 * Under which conditions a run's figures came about: all that was asked of this program, or what
 * the source of someone else's figures says.
 */
public sealed interface RunConditions permits RunSpec, ReportedConditions {

  /** The fixed values of K, ascending; empty when the source does not say, or policies choose. */
  List<Integer> draftTokens();

  /**
   * Every K and policy, in the order of {@link DraftLength}; empty when the source does not say.
   */
  List<DraftLength> draftLengths();
}
