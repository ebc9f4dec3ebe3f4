package dev.goldilocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {

  @Test
  void isMissingOnLinuxWithoutX11AndWayland() {
    assertThat(isThere(Map.of("os.name", "Linux"), Map.of("DISPLAY", ""))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DISPLAY", "WAYLAND_DISPLAY"})
  void isThereOnLinuxWithX11OrWayland(String variable) {
    assertThat(isThere(Map.of("os.name", "Linux"), Map.of(variable, ":0"))).isTrue();
  }

  @Test
  void isNotNeededByTheHeadlessPlatform() {
    Map<String, String> properties = Map.of("os.name", "Linux", "glass.platform", "Headless");

    assertThat(isThere(properties, Map.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Windows 11", "Mac OS X"})
  void isAlwaysThereElsewhere(String system) {
    assertThat(isThere(Map.of("os.name", system), Map.of())).isTrue();
  }

  @Test
  void saysWhatToInstallWhereGtkIsMissing() {
    assertThat(Display.refusal("Unable to load glass GTK library."))
        .isEqualTo(
            "The window cannot be shown (Unable to load glass GTK library.): install GTK 3 (on"
                + " Debian and Ubuntu the package libgtk-3-0), or unset DISPLAY and WAYLAND_DISPLAY"
                + " to run the default benchmark in the terminal.");
  }

  @Test
  void saysWhatToCheckWhereADisplayCannotBeReached() {
    assertThat(Display.refusal("Unable to open DISPLAY"))
        .isEqualTo(
            "The window cannot be shown (Unable to open DISPLAY): check that DISPLAY or"
                + " WAYLAND_DISPLAY names a display that can be reached, or unset DISPLAY and"
                + " WAYLAND_DISPLAY to run the default benchmark in the terminal.");
  }

  private static boolean isThere(Map<String, String> properties, Map<String, String> environment) {
    return Display.isThere(properties::get, environment::get);
  }
}
