package dev.goldilocks.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsWriterTest {

  @TempDir private Path directory;

  @Test
  void whatWasAskedForLastStandsWhicheverIsWrittenLast() {
    SettingsFile file = new SettingsFile(directory.resolve("settings.json"));
    SettingsWriter writer = new SettingsWriter(file);
    Runnable earlier = writer.writing(in(ThemeChoice.LIGHT));
    Runnable later = writer.writing(in(ThemeChoice.DARK));

    later.run();
    earlier.run();

    assertThat(file.load().theme()).isEqualTo(ThemeChoice.DARK);
  }

  private static Settings in(ThemeChoice theme) {
    return new Settings(
        theme,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
