package dev.goldilocks.ui.shell;

import dev.goldilocks.ui.settings.ThemeChoice;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Which page is shown, and in which theme. */
public final class ShellViewModel {

  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.BENCH);
  private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Optional<Throwable>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectBinding<ColorScheme> colours;

  /**
   * @param theme the theme that was asked for last
   * @param system what the system has, now and later
   */
  public ShellViewModel(ThemeChoice theme, ObservableValue<ColorScheme> system) {
    this.theme.set(theme);
    colours = Bindings.createObjectBinding(() -> colours(system.getValue()), this.theme, system);
  }

  /** The page that is shown. */
  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** The theme that is asked for. */
  public ObjectProperty<ThemeChoice> themeProperty() {
    return theme;
  }

  /** Tells people of a fault of this program. */
  public void report(Throwable thrown) {
    fault.set(Optional.of(thrown));
  }

  /** The latest fault of this program; empty when there was none. */
  public ReadOnlyObjectProperty<Optional<Throwable>> faultProperty() {
    return fault.getReadOnlyProperty();
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
