package dev.goldilocks.ui;

import dev.goldilocks.engine.ProbeService;
import dev.goldilocks.engine.RunService;
import dev.goldilocks.hardware.BusyCores;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.runs.RunLibrary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.files.FileDialogs;
import dev.goldilocks.ui.files.FileDrops;
import dev.goldilocks.ui.hardware.LastProbe;
import dev.goldilocks.ui.settings.SettingsFile;
import dev.goldilocks.ui.setup.ModelShelf;
import dev.goldilocks.ui.setup.PromptShelf;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;

/**
 * What the window is made from.
 *
 * @param runs takes runs; the window closes it
 * @param probes takes probes, on the same workers as {@code runs}
 * @param lastProbe the probe that was measured last
 * @param library where runs are saved
 * @param models the models at hand
 * @param prompts the prompt sets at hand
 * @param devices every device, in the order in which to show them
 * @param otherPrograms how busy other programs keep the machine; empty when not known
 * @param settings what the window remembers
 * @param dialogs asks for files
 * @param drops hears of files that are dragged in
 * @param background does slow work
 * @param systemColours what the system has, now and later
 * @param locale of texts and figures
 */
public record WorkbenchParts(
    RunService runs,
    ProbeService probes,
    LastProbe lastProbe,
    RunLibrary library,
    ModelShelf models,
    PromptShelf prompts,
    List<Device> devices,
    Callable<Optional<BusyCores>> otherPrograms,
    SettingsFile settings,
    FileDialogs dialogs,
    FileDrops drops,
    Background background,
    ObservableValue<ColorScheme> systemColours,
    Locale locale) {

  public WorkbenchParts {
    devices = List.copyOf(devices);
  }
}
