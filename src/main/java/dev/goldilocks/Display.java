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

  /**
   * What to tell somebody whose toolkit cannot show a window though a display should be there.
   *
   * @param reason what the toolkit says of it
   */
  static String refusal(String reason) {
    String remedy =
        reason.contains("GTK")
            ? "install GTK 3 (on Debian and Ubuntu the package libgtk-3-0)"
            : "check that DISPLAY or WAYLAND_DISPLAY names a display that can be reached";
    return "The window cannot be shown (%s): %s, or unset DISPLAY and WAYLAND_DISPLAY to run the default benchmark in the terminal."
        .formatted(reason, remedy);
  }

  private static boolean isSet(String value) {
    return value != null && !value.isBlank();
  }
}
