package dev.goldilocks.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test when anything was thrown on any thread, the FX thread above all, and not caught. */
public final class FxFaults implements BeforeEachCallback, AfterEachCallback {

  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
  private Thread.UncaughtExceptionHandler before;

  @Override
  public void beforeEach(ExtensionContext context) {
    thrown.clear();
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, fault) -> thrown.add(fault));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Thread.setDefaultUncaughtExceptionHandler(before);
    if (!thrown.isEmpty()) {
      AssertionError error = new AssertionError("thrown and not caught: " + thrown);
      thrown.forEach(error::addSuppressed);
      throw error;
    }
  }
}
