package dev.goldilocks.bench;

import java.util.List;

/**
 * Under which conditions a run's figures came about: all that was asked of this program, or what
 * the source of someone else's figures says.
 */
public sealed interface RunConditions permits RunSpec, ReportedConditions {

  /** The values of K, ascending; empty when the source does not say. */
  List<Integer> draftTokens();
}
