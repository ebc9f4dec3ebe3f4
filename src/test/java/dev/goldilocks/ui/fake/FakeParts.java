package dev.goldilocks.ui.fake;

import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.hardware.DeviceKind;
import dev.goldilocks.runs.FillingDisk;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.ui.WorkbenchParts;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.hardware.LastProbe;
import dev.goldilocks.ui.settings.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A window's parts without an engine: scripted runs, and files in one directory. */
public final class FakeParts {

  public static final List<Device> DEVICES =
      List.of(
          new Device.Usable(DeviceKind.CPU, 1, 2),
          new Device.NotUsable(
              DeviceKind.CUDA,
              "The device cuda cannot be used: it is not there; choose cpu.",
              "It would take a GPU."),
          new Device.NotUsable(
              DeviceKind.MPS,
              "The device mps cannot be used: it is not there; choose cpu.",
              "It would take a Mac."));

  private final Path directory;
  private final ScriptedRunService runs = new ScriptedRunService(Shelves.PROMPTS);
  private final ScriptedProbeService probes = new ScriptedProbeService();
  private final FakeDialogs dialogs = new FakeDialogs();
  private final FakeDrops drops = new FakeDrops();
  private final ObjectProperty<ColorScheme> systemColours =
      new SimpleObjectProperty<>(ColorScheme.LIGHT);

  private final FillingDisk disk = new FillingDisk();
  private volatile Optional<BusyCores> otherPrograms = Optional.of(new BusyCores(0, 2));

  /**
   * @param directory for the library and the settings
   */
  public FakeParts(Path directory) {
    this.directory = directory;
  }

  /**
   * The parts.
   *
   * @param worker does the slow work
   * @param window hears of it
   */
  public WorkbenchParts with(Executor worker, Executor window) {
    return new WorkbenchParts(
        runs,
        probes,
        lastProbe(),
        library(),
        Shelves.models(),
        Shelves.promptSets(),
        DEVICES,
        () -> otherPrograms,
        settings(),
        dialogs,
        drops,
        new Background(worker, window),
        systemColours,
        Locale.ENGLISH);
  }

  /** Lets other programs keep so many of two cores busy from now on. */
  public void letOthersTake(double cores) {
    otherPrograms = Optional.of(new BusyCores(cores, 2));
  }

  /** The scripted runs. */
  public ScriptedRunService runs() {
    return runs;
  }

  /** The scripted probes. */
  public ScriptedProbeService probes() {
    return probes;
  }

  /** The probe that the window keeps. */
  public LastProbe lastProbe() {
    return new LastProbe(directory.resolve("probe.json"));
  }

  /** The library that the window writes to. */
  public RunLibrary library() {
    return disk.library(directory.resolve("runs"));
  }

  /** The disk that the library is on. */
  public FillingDisk disk() {
    return disk;
  }

  /** The settings that the window writes. */
  public SettingsFile settings() {
    return new SettingsFile(directory.resolve("settings.json"));
  }

  /** Leaves the journal of a run whose program died at this share of its time. */
  public void leaveJournal(double share) {
    runs.submit(Specs.of(12, 4));
    Path journal = library().journals().file(runs.latest().id());
    try {
      Files.createDirectories(journal.getParent());
      Files.write(journal, runs.latest().journal(share));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers for people. */
  public FakeDialogs dialogs() {
    return dialogs;
  }

  /** Drags files in for people. */
  public FakeDrops drops() {
    return drops;
  }

  /** What the system has. */
  public ObjectProperty<ColorScheme> systemColours() {
    return systemColours;
  }
}
