package dev.goldilocks.runs;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where the library of saved runs lies. */
public final class LibraryLocation {

  /** System property that names another directory. */
  public static final String PROPERTY = "goldilocks.library";

  /** Environment variable that names another directory; the system property wins over it. */
  public static final String VARIABLE = "GOLDILOCKS_LIBRARY";

  private LibraryLocation() {}

  /** The library of this process's user. */
  public static Path current() {
    return resolve(System::getProperty, System::getenv);
  }

  /**
   * The override, else the platform's place for an application's data: {@code
   * $XDG_DATA_HOME/goldilocks/runs} (or {@code ~/.local/share/goldilocks/runs}) as the XDG Base
   * Directory Specification has it, {@code %APPDATA%\Goldilocks\runs} on Windows, {@code
   * ~/Library/Application Support/Goldilocks/runs} on macOS.
   *
   * @param properties system properties by name; null when not set
   * @param environment environment variables by name; null when not set
   */
  static Path resolve(UnaryOperator<String> properties, UnaryOperator<String> environment) {
    return Stream.of(properties.apply(PROPERTY), environment.apply(VARIABLE))
        .flatMap(directory -> given(directory).stream())
        .findFirst()
        .orElseGet(() -> platformDirectory(properties, environment));
  }

  private static Path platformDirectory(
      UnaryOperator<String> properties, UnaryOperator<String> environment) {
    String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(properties.apply("user.home"));
    if (system.startsWith("windows")) {
      return given(environment.apply("APPDATA"))
          .orElse(home.resolve("AppData").resolve("Roaming"))
          .resolve("Goldilocks")
          .resolve("runs");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library")
          .resolve("Application Support")
          .resolve("Goldilocks")
          .resolve("runs");
    }
    // The specification has relative paths ignored.
    return given(environment.apply("XDG_DATA_HOME"))
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("goldilocks")
        .resolve("runs");
  }

  private static Optional<Path> given(String directory) {
    return Optional.ofNullable(directory).filter(text -> !text.isBlank()).map(Path::of);
  }
}
