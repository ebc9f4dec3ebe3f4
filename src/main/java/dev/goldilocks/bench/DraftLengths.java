package dev.goldilocks.bench;

import dev.goldilocks.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every K and policy that a run measures.
 *
 * @param values at least one, each once, in the order of {@link DraftLength}
 */
public record DraftLengths(List<DraftLength> values) {

  /**
   * @throws ProblemException when there is none, one twice, or one before another that it follows
   */
  public DraftLengths {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new ProblemException("No K is given; name at least one, for example 4.");
    }
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
        throw new ProblemException(
            "The values of K are "
                + values.stream().map(DraftLength::label).toList()
                + "; give each once, in ascending order, policies last.");
      }
    }
  }

  /** Fixed values of K. */
  public static DraftLengths of(List<Integer> draftTokens) {
    return new DraftLengths(draftTokens.stream().<DraftLength>map(DraftLength.Fixed::new).toList());
  }

  /** The same in order, each once. */
  public static DraftLengths sorted(Collection<DraftLength> values) {
    return new DraftLengths(values.stream().distinct().sorted().toList());
  }

  /** The fixed values of K, ascending. */
  public List<Integer> fixed() {
    return values.stream().filter(length -> !length.isAdaptive()).map(DraftLength::most).toList();
  }

  /** The policies that choose K. */
  public List<DraftLength> adaptive() {
    return values.stream().filter(DraftLength::isAdaptive).toList();
  }

  /** Most tokens that any of them drafts in a round. */
  public int most() {
    return values.stream().mapToInt(DraftLength::most).max().orElseThrow();
  }

  /** As a command takes them: {@code 1,2,4,auto..16}. */
  public String label() {
    return values.stream().map(DraftLength::label).collect(Collectors.joining(","));
  }
}
