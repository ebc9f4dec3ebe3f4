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

  private static boolean isThere(Map<String, String> properties, Map<String, String> environment) {
    return Display.isThere(properties::get, environment::get);
  }
}
