package dev.goldilocks.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where each platform keeps an application's files of one user: on Linux, and wherever else nothing
 * else is known, the XDG Base Directory Specification, on Windows its known folders, on macOS the
 * folders of its File System Programming Guide.
 */
public enum UserDirectory {
  /** {@code ~/.local/share}, {@code %APPDATA%}, {@code ~/Library/Application Support}. */
  DATA(
      "XDG_DATA_HOME",
      Path.of(".local", "share"),
      "APPDATA",
      Path.of("AppData", "Roaming"),
      Path.of("Goldilocks"),
      Path.of("Library", "Application Support")),

  /** {@code ~/.config}, {@code %APPDATA%}, {@code ~/Library/Application Support}. */
  SETTINGS(
      "XDG_CONFIG_HOME",
      Path.of(".config"),
      "APPDATA",
      Path.of("AppData", "Roaming"),
      Path.of("Goldilocks"),
      Path.of("Library", "Application Support")),

  /** {@code ~/.local/state}, {@code %LOCALAPPDATA%}, {@code ~/Library/Logs}. */
  LOGS(
      "XDG_STATE_HOME",
      Path.of(".local", "state"),
      "LOCALAPPDATA",
      Path.of("AppData", "Local"),
      Path.of("Goldilocks", "logs"),
      Path.of("Library", "Logs"));

  private final String xdgVariable;
  private final Path xdgUsual;
  private final String windowsVariable;
  private final Path windowsUsual;
  private final Path windowsName;
  private final Path mac;

  /**
   * @param xdgVariable the variable of the XDG specification
   * @param xdgUsual what it stands for when it is not set, from the user's home
   * @param windowsVariable the variable of Windows
   * @param windowsUsual what it stands for when it is not set, from the user's home
   * @param windowsName of this application's directory in it
   * @param mac the folder on macOS, from the user's home
   */
  UserDirectory(
      String xdgVariable,
      Path xdgUsual,
      String windowsVariable,
      Path windowsUsual,
      Path windowsName,
      Path mac) {
    this.xdgVariable = xdgVariable;
    this.xdgUsual = xdgUsual;
    this.windowsVariable = windowsVariable;
    this.windowsUsual = windowsUsual;
    this.windowsName = windowsName;
    this.mac = mac;
  }

  /**
   * The directory of this application.
   *
   * @param properties system properties by name
   * @param environment environment variables by name; null when not set
   */
  public Path of(UnaryOperator<String> properties, UnaryOperator<String> environment) {
    String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(properties.apply("user.home"));
    if (system.startsWith("windows")) {
      return given(environment.apply(windowsVariable))
          .orElse(home.resolve(windowsUsual))
          .resolve(windowsName);
    }
    if (system.startsWith("mac")) {
      return home.resolve(mac).resolve("Goldilocks");
    }
    // The specification has relative paths ignored.
    return given(environment.apply(xdgVariable))
        .filter(Path::isAbsolute)
        .orElse(home.resolve(xdgUsual))
        .resolve("goldilocks");
  }

  /** The directory that a property or variable names; empty when it is not set, or blank. */
  public static Optional<Path> given(String directory) {
    return Optional.ofNullable(directory).filter(text -> !text.isBlank()).map(Path::of);
  }
}
