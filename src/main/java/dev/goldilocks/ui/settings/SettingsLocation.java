package dev.goldilocks.ui.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the settings lie. */
public final class SettingsLocation {

  /** System property that names another directory. */
  public static final String PROPERTY = "goldilocks.settings";

  private static final String FILE = "settings.json";

  private SettingsLocation() {}

  /** The settings of this process's user. */
  public static Path current() {
    return resolve(System::getProperty, System::getenv);
  }

  /**
   * The override, else the platform's place for an application's settings: {@code
   * $XDG_CONFIG_HOME/goldilocks} (or {@code ~/.config/goldilocks}) as the XDG Base Directory
   * Specification has it, {@code %APPDATA%\Goldilocks} on Windows, {@code ~/Library/Application
   * Support/Goldilocks} on macOS.
   *
   * @param properties system properties by name; null when not set
   * @param environment environment variables by name; null when not set
   */
  static Path resolve(UnaryOperator<String> properties, UnaryOperator<String> environment) {
    return given(properties.apply(PROPERTY))
        .orElseGet(() -> platformDirectory(properties, environment))
        .resolve(FILE);
  }

  private static Path platformDirectory(
      UnaryOperator<String> properties, UnaryOperator<String> environment) {
    String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(properties.apply("user.home"));
    if (system.startsWith("windows")) {
      return given(environment.apply("APPDATA"))
          .orElse(home.resolve("AppData").resolve("Roaming"))
          .resolve("Goldilocks");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Goldilocks");
    }
    // The specification has relative paths ignored.
    return given(environment.apply("XDG_CONFIG_HOME"))
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".config"))
        .resolve("goldilocks");
  }

  private static Optional<Path> given(String directory) {
    return Optional.ofNullable(directory).filter(text -> !text.isBlank()).map(Path::of);
  }
}
