package dev.goldilocks.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The tiny random checkpoints among the test resources. */
final class Fixtures {

  private Fixtures() {}

  static Path directory(String name) {
    try {
      URI config =
          Objects.requireNonNull(
                  Fixtures.class.getResource("/fixtures/" + name + "/config.json"), name)
              .toURI();
      return Path.of(config).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A copy that a test may damage. */
  static Path copy(String name, Path into) {
    Path copy = into.resolve(name);
    try (Stream<Path> files = Files.list(directory(name))) {
      Files.createDirectories(copy);
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
