package dev.goldilocks.checkpoint;

import java.nio.file.Path;

/** The name that people know a checkpoint by. */
final class CheckpointName {

  private static final String CACHE_PREFIX = "models--";

  private CheckpointName() {}

  /**
   * The directory's name; for a snapshot in a Hugging Face cache ({@code
   * models--org--name/snapshots/hash}) the repository's, {@code org/name}.
   */
  static String of(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    Path snapshots = absolute.getParent();
    if (snapshots != null
        && snapshots.endsWith("snapshots")
        && isCachedRepository(snapshots.getParent())) {
      return lastName(snapshots.getParent()).substring(CACHE_PREFIX.length()).replace("--", "/");
    }
    return lastName(absolute);
  }

  /** Whether a directory is named like a repository in a Hugging Face cache. */
  static boolean isCachedRepository(Path directory) {
    return lastName(directory).startsWith(CACHE_PREFIX);
  }

  private static String lastName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
