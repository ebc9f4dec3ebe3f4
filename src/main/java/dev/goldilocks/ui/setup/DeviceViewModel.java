package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Where both models run, and with how many threads. */
public final class DeviceViewModel {

  private final List<Device> devices;
  private final Texts texts;
  private final FigureFormat figures;
  private final ObjectProperty<Device.Usable> selected = new SimpleObjectProperty<>();
  private final IntegerProperty threads = new SimpleIntegerProperty(1);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  /**
   * @param devices every device that a run may ask for, in the order in which to show them
   */
  DeviceViewModel(List<Device> devices, Texts texts, FigureFormat figures) {
    this.devices = List.copyOf(devices);
    this.texts = texts;
    this.figures = figures;
    usable().findFirst().ifPresent(this::pick);
  }

  /** Every device, those that cannot be used here included. */
  public List<Device> devices() {
    return devices;
  }

  /** The picked device; null when none can be used. */
  public ObjectProperty<Device.Usable> selectedProperty() {
    return selected;
  }

  /** Threads of its kernels, 1 to {@link #mostThreads}. */
  public IntegerProperty threadsProperty() {
    return threads;
  }

  /** Most threads that make sense on the picked device. */
  public int mostThreads() {
    return Optional.ofNullable(selected.get()).map(Device.Usable::mostThreads).orElse(1);
  }

  /**
   * Whether a run takes every processor of its device, so that whatever else works there delays it.
   */
  public boolean isFilledBy(RunSpec spec) {
    return usable()
        .filter(device -> device.kind().id().equals(spec.device()))
        .anyMatch(device -> spec.threads() >= device.mostThreads());
  }

  /** Why a device cannot be used, or what a set-up asked for and cannot have; empty otherwise. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Picks a device, or says why it cannot be used. */
  public void choose(Device device) {
    switch (device) {
      case Device.Usable usable -> pick(usable);
      case Device.NotUsable notUsable -> note.set(notUsable.reason() + " " + notUsable.way());
    }
  }

  /**
   * Sets what a spec asks for, as far as this machine has it.
   *
   * @param id the device's
   * @param wanted at least 1
   */
  void take(String id, int wanted) {
    Optional<Device.Usable> found =
        usable().filter(device -> device.kind().id().equals(id)).findFirst();
    found.ifPresent(selected::set);
    threads.set(Math.min(wanted, mostThreads()));
    if (found.isEmpty()) {
      note.set(texts.of("setup.device.other", id));
    } else if (wanted > mostThreads()) {
      note.set(
          texts.of("setup.threads.fewer", figures.count(wanted), figures.count(mostThreads())));
    } else {
      note.set("");
    }
  }

  private void pick(Device.Usable device) {
    if (!device.equals(selected.get())) {
      selected.set(device);
      threads.set(device.defaultThreads());
    }
    note.set("");
  }

  private Stream<Device.Usable> usable() {
    return devices.stream().filter(Device.Usable.class::isInstance).map(Device.Usable.class::cast);
  }
}
