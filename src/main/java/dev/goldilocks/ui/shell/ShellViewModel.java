package dev.goldilocks.ui.shell;

import dev.goldilocks.ui.settings.ThemeChoice;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Which page is shown, and in which theme. */
public final class ShellViewModel {

  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.BENCH);
  private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>();
  private final ObjectBinding<ColorScheme> colours;

  /**
   * @param theme the theme that was asked for last
   * @param system what the system has, now and later
   */
  public ShellViewModel(ThemeChoice theme, ObservableValue<ColorScheme> system) {
    this.theme.set(theme);
    colours =
        Bindings.createObjectBinding(() -> colours(system.getValue()), this.theme, system);
  }

  /** The page that is shown. */
  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** The theme that is asked for. */
  public ObjectProperty<ThemeChoice> themeProperty() {
    return theme;
  }

  /** The colours that come of it. */
  public ObservableValue<ColorScheme> coloursProperty() {
    return colours;
  }

  private ColorScheme colours(ColorScheme system) {
    return switch (theme.get()) {
      case LIGHT -> ColorScheme.LIGHT;
      case DARK -> ColorScheme.DARK;
      case SYSTEM -> system;
    };
  }
}
