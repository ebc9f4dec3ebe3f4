package dev.goldilocks.bench;

import java.util.List;

/**
 * People's own words about a run, which change nothing of what was measured.
 *
 * @param name what they call it
 * @param tags words to find it by, in their order, without the space around them, without empty
 *     ones and without repeats, whatever was given
 * @param note what they remark on it, in any number of lines; empty when nothing
 */
public record Remarks(String name, List<String> tags, String note) {

  public Remarks {
    tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
  }

  /** Of a run that has a name and nothing else. */
  public static Remarks named(String name) {
    return new Remarks(name, List.of(), "");
  }

  /** The same with another name. */
  public Remarks withName(String other) {
    return new Remarks(other, tags, note);
  }

  /** The same with other tags. */
  public Remarks withTags(List<String> others) {
    return new Remarks(name, others, note);
  }

  /** The same with another note; the empty text for none. */
  public Remarks withNote(String other) {
    return new Remarks(name, tags, other);
  }
}
