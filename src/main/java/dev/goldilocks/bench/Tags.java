package dev.goldilocks.bench;

import java.util.List;
import java.util.stream.Stream;

/** The words by which people find a run again. */
public final class Tags {

  private Tags() {}

  /** The tags without the space around them, without empty ones and without repeats, in order. */
  public static List<String> clean(List<String> tags) {
    return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  /**
   * Tags that two people changed at once: what one added and took away, done to what the other made
   * of them.
   *
   * @param now as the other left them
   * @param before as they were when the one began
   * @param after as the one left them
   */
  public static List<String> merged(List<String> now, List<String> before, List<String> after) {
    List<String> wanted = clean(after);
    if (now.equals(before)) {
      return wanted;
    }
    return Stream.concat(
            now.stream().filter(tag -> wanted.contains(tag) || !before.contains(tag)),
            wanted.stream().filter(tag -> !before.contains(tag)))
        .distinct()
        .toList();
  }
}
