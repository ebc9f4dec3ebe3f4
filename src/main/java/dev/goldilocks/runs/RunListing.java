package dev.goldilocks.runs;

import java.util.List;

/**
 * What a library holds at a moment.
 *
 * @param runs the saved runs, newest first
 * @param unreadable files beside them that could not be read, by name
 */
public record RunListing(List<RunSummary> runs, List<UnreadableRun> unreadable) {

  public RunListing {
    runs = List.copyOf(runs);
    unreadable = List.copyOf(unreadable);
  }
}
