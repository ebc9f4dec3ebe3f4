package dev.goldilocks.runs;

import dev.goldilocks.home.UserDirectory;
import java.nio.file.Path;
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
        .flatMap(directory -> UserDirectory.given(directory).stream())
        .findFirst()
        .orElseGet(() -> UserDirectory.DATA.of(properties, environment).resolve("runs"));
  }
}
