package dev.goldilocks.engine;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Tiny checkpoints among the test resources. */
final class Fixtures {

  private Fixtures() {}

  /** The directory of a checkpoint, for example {@code llama}. */
  static Path checkpoint(String name) {
    try {
      return Path.of(Fixtures.class.getResource("/fixtures/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
