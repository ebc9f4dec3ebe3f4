package dev.goldilocks.ui.files;

import java.util.List;

/**
 * What kind of file is asked for.
 *
 * @param description as people know it
 * @param extensions without a dot, at least one
 */
public record FileKind(String description, List<String> extensions) {

  public FileKind {
    extensions = List.copyOf(extensions);
  }

  /** A kind with one extension. */
  public FileKind(String description, String extension) {
    this(description, List.of(extension));
  }
}
