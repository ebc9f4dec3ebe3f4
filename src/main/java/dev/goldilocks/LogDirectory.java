package dev.goldilocks;

import ch.qos.logback.core.PropertyDefinerBase;
import dev.goldilocks.home.UserDirectory;
import java.nio.file.Path;
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
    return UserDirectory.given(properties.apply(PROPERTY))
        .orElseGet(() -> UserDirectory.LOGS.of(properties, environment));
  }
}
