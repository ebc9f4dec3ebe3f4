package dev.goldilocks.runs;

import java.util.List;

/**
 * A part of the set-ups of several runs.
 *
 * @param part what it says
 * @param values one for each run, as {@link SetUpText} writes them
 */
public record SetUpRow(SetUpPart part, List<String> values) {
  public SetUpRow {
    values = List.copyOf(values);
  }

  /** Whether the runs differ in it. */
  public boolean differs() {
    return values.stream().distinct().count() > 1;
  }
}
