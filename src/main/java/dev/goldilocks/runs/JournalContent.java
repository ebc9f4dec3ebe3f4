package dev.goldilocks.runs;

import dev.goldilocks.bench.RunRecord;
import java.util.List;
import java.util.Optional;

/**
 * What a journal holds.
 *
 * @param run the record of it; empty when no pair was measured
 * @param unreadable for each line that could not be read, the last one aside, which may have been
 *     cut short: which it is and why, in one sentence
 */
record JournalContent(Optional<RunRecord> run, List<String> unreadable) {

  JournalContent {
    unreadable = List.copyOf(unreadable);
  }

  /** Whether something that was written is not in the record. */
  boolean isIncomplete() {
    return !unreadable.isEmpty();
  }

  /** What is not in the record, in one sentence; empty when all is. */
  String loss() {
    return isIncomplete()
        ? "%d %s of the journal could not be read and %s not in this run; the first: %s"
            .formatted(
                unreadable.size(),
                unreadable.size() == 1 ? "line" : "lines",
                unreadable.size() == 1 ? "is" : "are",
                unreadable.getFirst())
        : "";
  }

  /** The record, with a note of what is not in it. */
  Optional<RunRecord> notedRun() {
    return run.map(record -> isIncomplete() ? record.withNote(loss()) : record);
  }
}
