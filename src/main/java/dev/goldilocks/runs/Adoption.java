package dev.goldilocks.runs;

import dev.goldilocks.bench.RunRecord;

/** What became of a run from outside that was to go into the library. */
sealed interface Adoption {

  /** It is in the library now, as this run. */
  record Added(RunRecord run) implements Adoption {}

  /** The library has it already, as this run. */
  record AlreadyThere(RunRecord run) implements Adoption {}
}
