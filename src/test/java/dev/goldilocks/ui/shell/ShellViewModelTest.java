package dev.goldilocks.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.ui.settings.ThemeChoice;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {

  private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.DARK);
  private final ShellViewModel shell = new ShellViewModel(ThemeChoice.SYSTEM, system);

  @Test
  void itOpensOnTheBench() {
    assertThat(shell.pageProperty().get()).isEqualTo(Page.BENCH);
  }

  @Test
  void theSystemsColoursAreFollowedWhenTheyChange() {
    assertThat(shell.coloursProperty().getValue()).isEqualTo(ColorScheme.DARK);
    system.set(ColorScheme.LIGHT);
    assertThat(shell.coloursProperty().getValue()).isEqualTo(ColorScheme.LIGHT);
  }

  @Test
  void aChoiceStaysWhateverTheSystemHas() {
    shell.themeProperty().set(ThemeChoice.LIGHT);
    assertThat(shell.coloursProperty().getValue()).isEqualTo(ColorScheme.LIGHT);
  }
}
