package dev.goldilocks.checkpoint;

import java.nio.file.Path;

/** A folder that looks like a model. */
public sealed interface CatalogueEntry {

  /** Where it lies. */
  Path directory();

  /** The name people know it by. */
  String id();

  /** It can be run; {@link Checkpoint} knows its sizes. */
  record Usable(Checkpoint checkpoint) implements CatalogueEntry {

    @Override
    public Path directory() {
      return checkpoint.directory();
    }

    @Override
    public String id() {
      return checkpoint.id();
    }
  }

  /**
   * It cannot be run.
   *
   * @param reason what is wrong, where, and what to do
   */
  record NotUsable(Path directory, String id, String reason) implements CatalogueEntry {}
}
