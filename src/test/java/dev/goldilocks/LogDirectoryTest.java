package dev.goldilocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogDirectoryTest {

  @Test
  void isTheStateDirectoryOfTheXdgSpecification() {
    assertThat(resolve("Linux", Map.of("XDG_STATE_HOME", "/state")))
        .isEqualTo(Path.of("/state/goldilocks"));
  }

  @Test
  void hasTheDefaultOfTheXdgSpecification() {
    assertThat(resolve("Linux", Map.of())).isEqualTo(Path.of("/home/ada/.local/state/goldilocks"));
  }

  @Test
  void ignoresARelativeStateDirectoryAsTheSpecificationDemands() {
    assertThat(resolve("Linux", Map.of("XDG_STATE_HOME", "state")))
        .isEqualTo(Path.of("/home/ada/.local/state/goldilocks"));
  }

  @Test
  void isAmongTheLogsOnMacOs() {
    assertThat(resolve("Mac OS X", Map.of()))
        .isEqualTo(Path.of("/home/ada/Library/Logs/Goldilocks"));
  }

  @Test
  void isInTheLocalApplicationDataOnWindows() {
    assertThat(resolve("Windows 11", Map.of("LOCALAPPDATA", "/local")))
        .isEqualTo(Path.of("/local/Goldilocks/logs"));
    assertThat(resolve("Windows 11", Map.of()))
        .isEqualTo(Path.of("/home/ada/AppData/Local/Goldilocks/logs"));
  }

  @Test
  void canBeNamed() {
    Map<String, String> properties =
        Map.of("os.name", "Linux", "user.home", "/home/ada", LogDirectory.PROPERTY, "/elsewhere");

    assertThat(LogDirectory.resolve(properties::get, new HashMap<String, String>()::get))
        .isEqualTo(Path.of("/elsewhere"));
  }

  private static Path resolve(String system, Map<String, String> environment) {
    Map<String, String> properties = Map.of("os.name", system, "user.home", "/home/ada");
    return LogDirectory.resolve(properties::get, environment::get);
  }
}
