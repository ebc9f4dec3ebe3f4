package dev.goldilocks.ui.settings;

import dev.goldilocks.home.UserDirectory;
import java.nio.file.Path;
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
    return UserDirectory.given(properties.apply(PROPERTY))
        .orElseGet(() -> UserDirectory.SETTINGS.of(properties, environment))
        .resolve(FILE);
  }
}
