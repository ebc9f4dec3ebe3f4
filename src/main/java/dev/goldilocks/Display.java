package dev.goldilocks;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Whether a window can be shown. */
final class Display {

  private Display() {}

  /** Whether this process can show one. */
  static boolean isThere() {
    return isThere(System::getProperty, System::getenv);
  }

  /**
   * Windows and macOS always have a display; elsewhere X11 or Wayland say so in the environment.
   * JavaFX's Headless platform needs none.
   *
   * @param properties system properties by name; null when not set
   * @param environment environment variables by name; null when not set
   */
  static boolean isThere(UnaryOperator<String> properties, UnaryOperator<String> environment) {
    String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
    return system.startsWith("windows")
        || system.startsWith("mac")
        || "Headless".equals(properties.apply("glass.platform"))
        || isSet(environment.apply("DISPLAY"))
        || isSet(environment.apply("WAYLAND_DISPLAY"));
  }

  private static boolean isSet(String value) {
    return value != null && !value.isBlank();
  }
}
