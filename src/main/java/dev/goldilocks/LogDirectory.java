package dev.goldilocks;

import ch.qos.logback.core.PropertyDefinerBase;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where this user's logs lie. The log's configuration asks an instance by name. */
public final class LogDirectory extends PropertyDefinerBase {

  /** System property that names another directory. */
  static final String PROPERTY = "goldilocks.log.directory";

  /** The directory, for the log's configuration. */
  @Override
  public String getPropertyValue() {
    return current().toString();
  }

  /** The directory of this process's user. */
  static Path current() {
    return resolve(System::getProperty, System::getenv);
  }

  /**
   * The override, else the platform's place for an application's logs: {@code
   * $XDG_STATE_HOME/goldilocks} (or {@code ~/.local/state/goldilocks}) as the XDG Base Directory
   * Specification has it, {@code %LOCALAPPDATA%\Goldilocks\logs} on Windows, {@code
   * ~/Library/Logs/Goldilocks} on macOS.
   *
   * @param properties system properties by name; null when not set
   * @param environment environment variables by name; null when not set
   */
  static Path resolve(UnaryOperator<String> properties, UnaryOperator<String> environment) {
    return given(properties.apply(PROPERTY))
        .orElseGet(() -> platformDirectory(properties, environment));
  }

  private static Path platformDirectory(
      UnaryOperator<String> properties, UnaryOperator<String> environment) {
    String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(properties.apply("user.home"));
    if (system.startsWith("windows")) {
      return given(environment.apply("LOCALAPPDATA"))
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve("Goldilocks")
          .resolve("logs");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Logs").resolve("Goldilocks");
    }
    // The specification has relative paths ignored.
    return given(environment.apply("XDG_STATE_HOME"))
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".local").resolve("state"))
        .resolve("goldilocks");
  }

  private static Optional<Path> given(String directory) {
    return Optional.ofNullable(directory).filter(text -> !text.isBlank()).map(Path::of);
  }
}
