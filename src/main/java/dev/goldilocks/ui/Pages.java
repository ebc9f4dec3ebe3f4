package dev.goldilocks.ui;

import dev.goldilocks.ui.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads pages from FXML, each with the controller that it names. */
final class Pages {

  private final Texts texts;
  private final Map<Class<?>, Supplier<?>> controllers;

  /**
   * @param controllers makes the controllers that the FXML files name
   */
  Pages(Texts texts, Map<Class<?>, Supplier<?>> controllers) {
    this.texts = texts;
    this.controllers = Map.copyOf(controllers);
  }

  /**
   * Loads a page with everything that it includes.
   *
   * @param resource the FXML file, absolute on the class path
   */
  Parent load(String resource) {
    FXMLLoader loader = new FXMLLoader(Pages.class.getResource(resource), texts.bundle());
    loader.setControllerFactory(this::controller);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("The page " + resource + " cannot be loaded", e);
    }
  }

  private Object controller(Class<?> type) {
    Supplier<?> supplier = controllers.get(type);
    if (supplier == null) {
      throw new IllegalStateException("No controller is known for " + type);
    }
    return supplier.get();
  }
}
