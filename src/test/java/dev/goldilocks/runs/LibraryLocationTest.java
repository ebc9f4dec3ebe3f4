package dev.goldilocks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryLocationTest {

  private static final Map<String, String> LINUX =
      Map.of("os.name", "Linux", "user.home", "/home/ada");

  @Test
  void onLinuxItIsTheUsersDataDirectory() {
    assertThat(LibraryLocation.resolve(LINUX::get, Map.<String, String>of()::get))
        .isEqualTo(Path.of("/home/ada/.local/share/goldilocks/runs"));
  }

  @Test
  void theXdgVariableMovesIt() {
    assertThat(LibraryLocation.resolve(LINUX::get, Map.of("XDG_DATA_HOME", "/data")::get))
        .isEqualTo(Path.of("/data/goldilocks/runs"));
  }

  @Test
  void aRelativeXdgVariableIsIgnored() {
    assertThat(LibraryLocation.resolve(LINUX::get, Map.of("XDG_DATA_HOME", "data")::get))
        .isEqualTo(Path.of("/home/ada/.local/share/goldilocks/runs"));
  }

  @Test
  void onMacItIsApplicationSupport() {
    Map<String, String> mac = Map.of("os.name", "Mac OS X", "user.home", "/Users/ada");

    assertThat(LibraryLocation.resolve(mac::get, Map.<String, String>of()::get))
        .isEqualTo(Path.of("/Users/ada/Library/Application Support/Goldilocks/runs"));
  }

  @Test
  void onWindowsItIsTheRoamingApplicationData() {
    Map<String, String> windows = Map.of("os.name", "Windows 11", "user.home", "/c/ada");

    assertThat(LibraryLocation.resolve(windows::get, Map.of("APPDATA", "/c/ada/R")::get))
        .isEqualTo(Path.of("/c/ada/R/Goldilocks/runs"));
  }

  @Test
  void theVariableOverridesThePlatform() {
    assertThat(LibraryLocation.resolve(LINUX::get, Map.of("GOLDILOCKS_LIBRARY", "/lab/runs")::get))
        .isEqualTo(Path.of("/lab/runs"));
  }

  @Test
  void thePropertyOverridesTheVariable() {
    Map<String, String> properties =
        Map.of("os.name", "Linux", "user.home", "/home/ada", "goldilocks.library", "/tmp/runs");

    assertThat(LibraryLocation.resolve(properties::get, Map.of("GOLDILOCKS_LIBRARY", "/lab")::get))
        .isEqualTo(Path.of("/tmp/runs"));
  }

  @Test
  void anEmptyOverrideIsNone() {
    assertThat(LibraryLocation.resolve(LINUX::get, Map.of("GOLDILOCKS_LIBRARY", " ")::get))
        .isEqualTo(Path.of("/home/ada/.local/share/goldilocks/runs"));
  }
}
