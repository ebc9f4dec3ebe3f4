package dev.goldilocks.bench;

import java.util.List;

/** The words by which people find a run again. */
public final class Tags {

  private Tags() {}

  /** The tags without the space around them, without empty ones and without repeats, in order. */
  public static List<String> clean(List<String> tags) {
    return tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }
}
