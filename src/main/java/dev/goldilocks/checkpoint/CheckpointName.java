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
    Path repository = snapshots == null ? null : snapshots.getParent();
    if (repository != null
        && repository.getFileName() != null
        && snapshots.getFileName().toString().equals("snapshots")
        && repository.getFileName().toString().startsWith(CACHE_PREFIX)) {
      return repository
          .getFileName()
          .toString()
          .substring(CACHE_PREFIX.length())
          .replace("--", "/");
    }
    return absolute.getFileName() == null ? absolute.toString() : absolute.getFileName().toString();
  }
}
