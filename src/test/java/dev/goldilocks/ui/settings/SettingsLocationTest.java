package dev.goldilocks.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsLocationTest {

  @Test
  void onLinuxItIsTheConfigDirectoryOfTheDesktop() {
    assertThat(resolve(Map.of("os.name", "Linux", "user.home", "/home/ada"), Map.of()))
        .isEqualTo(Path.of("/home/ada/.config/goldilocks/settings.json"));
  }

  @Test
  void onLinuxTheDesktopsOwnChoiceIsFollowed() {
    assertThat(
            resolve(
                Map.of("os.name", "Linux", "user.home", "/home/ada"),
                Map.of("XDG_CONFIG_HOME", "/data/config")))
        .isEqualTo(Path.of("/data/config/goldilocks/settings.json"));
  }

  @Test
  void onAMacItIsTheApplicationSupport() {
    assertThat(resolve(Map.of("os.name", "Mac OS X", "user.home", "/Users/ada"), Map.of()))
        .isEqualTo(Path.of("/Users/ada/Library/Application Support/Goldilocks/settings.json"));
  }

  @Test
  void onWindowsItIsTheApplicationData() {
    assertThat(
            resolve(
                Map.of("os.name", "Windows 11", "user.home", "/u/ada"),
                Map.of("APPDATA", "/u/ada/AppData/Roaming")))
        .isEqualTo(Path.of("/u/ada/AppData/Roaming/Goldilocks/settings.json"));
  }

  @Test
  void aSystemPropertyWins() {
    assertThat(
            resolve(
                Map.of("os.name", "Linux", "user.home", "/home/ada", "goldilocks.settings", "/t"),
                Map.of()))
        .isEqualTo(Path.of("/t/settings.json"));
  }

  private static Path resolve(Map<String, String> properties, Map<String, String> environment) {
    return SettingsLocation.resolve(properties::get, environment::get);
  }
}
