package dev.goldilocks.ui.hardware;

import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.engine.ProbeHandle;
import dev.goldilocks.engine.ProbeOutcome;
import dev.goldilocks.engine.ProbeService;
import dev.goldilocks.hardware.Device;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.background.Background;
import dev.goldilocks.ui.setup.Pick;
import dev.goldilocks.ui.setup.SetupViewModel;
import dev.goldilocks.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/** Measures machine and pair, shows what came of it, and keeps it for the next start. */
public final class HardwareViewModel {

  private static final List<ProbeStage> STAGES = List.of(ProbeStage.values());

  private final ProbeService service;
  private final SetupViewModel setup;
  private final ObservableList<RunSummary> saved;
  private final LastProbe lastProbe;
  private final Background background;
  private final Texts texts;

  private final ReadOnlyObjectWrapper<Optional<Probe>> probe =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Double> progress = new ReadOnlyObjectWrapper<>(0.0);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<ProbeHandle> going = Optional.empty();

  /**
   * @param setup says which pair is measured
   * @param saved the saved runs, newest first
   */
  public HardwareViewModel(
      ProbeService service,
      SetupViewModel setup,
      ObservableList<RunSummary> saved,
      LastProbe lastProbe,
      Background background,
      Texts texts) {
    this.service = service;
    this.setup = setup;
    this.saved = saved;
    this.lastProbe = lastProbe;
    this.background = background;
    this.texts = texts;
  }

  /** Shows the probe of last time. */
  public void start() {
    background.load(
        lastProbe::load,
        found -> {
          if (probe.get().isEmpty()) {
            probe.set(found);
          }
        },
        problem::set);
  }

  /** Measures the pair that is set up; does nothing while one is measured, or none can be. */
  public void measure() {
    if (measuring.get()) {
      return;
    }
    setup
        .probeRequestProperty()
        .get()
        .ifPresent(
            request -> {
              ProbeHandle handle = service.submit(request);
              going = Optional.of(handle);
              problem.set("");
              cancelling.set(false);
              measuring.set(true);
              refresh();
              var _ =
                  handle
                      .outcome()
                      .thenAccept(outcome -> background.onWindow(() -> ended(handle, outcome)));
            });
  }

  /** Asks the probe to stop; does nothing when none goes on. */
  public void cancel() {
    if (measuring.get()) {
      cancelling.set(true);
      going.ifPresent(ProbeHandle::cancel);
    }
  }

  /** Looks how far the probe is. */
  public void refresh() {
    going.ifPresent(
        handle -> {
          step.set(texts.of(handle.stage().map(HardwareViewModel::text).orElse("hardware.queued")));
          progress.set(
              handle
                  .stage()
                  .map(stage -> (double) STAGES.indexOf(stage) / STAGES.size())
                  .orElse(-1.0));
        });
  }

  /** Stops watching: whatever becomes of the probe is not heard any more. */
  public void leave() {
    going = Optional.empty();
    measuring.set(false);
  }

  private void ended(ProbeHandle handle, ProbeOutcome outcome) {
    if (!going.equals(Optional.of(handle))) {
      return;
    }
    leave();
    cancelling.set(false);
    step.set("");
    switch (outcome) {
      case ProbeOutcome.Measured(Probe measured) -> {
        probe.set(Optional.of(measured));
        background.run(() -> lastProbe.save(measured), () -> {}, problem::set);
      }
      case ProbeOutcome.Cancelled _ -> step.set(texts.of("hardware.cancelled"));
      case ProbeOutcome.Failed failed -> problem.set(failed.sentence());
    }
  }

  private static String text(ProbeStage stage) {
    return switch (stage) {
      case STARTING -> "hardware.stage.starting";
      case MEMORY -> "hardware.stage.memory";
      case ARITHMETIC -> "hardware.stage.arithmetic";
      case LOADING_TARGET -> "hardware.stage.loading.target";
      case TARGET_PASSES -> "hardware.stage.target";
      case LOADING_DRAFT -> "hardware.stage.loading.draft";
      case DRAFT_CALLS -> "hardware.stage.draft";
    };
  }

  /**
   * The acceptance of the newest saved run of the pair that was probed, at its fastest K, to say
   * what the probe means for it.
   *
   * @param run what people call the run
   * @param alpha its measured acceptance probability of one token
   */
  public record Acceptance(String run, double alpha) {}

  /** See {@link Acceptance}; empty when there is no such run, or none that measured it. */
  public Optional<Acceptance> acceptance() {
    return probe.get().flatMap(measured -> acceptance(measured));
  }

  private Optional<Acceptance> acceptance(Probe measured) {
    return saved.stream()
        .filter(run -> run.provenance() == Provenance.MEASURED)
        .filter(run -> isOfPair(run, measured))
        .flatMap(
            run ->
                run.results().stream()
                    .filter(result -> Double.isFinite(result.alpha()))
                    .max(Comparator.comparingDouble(HardwareViewModel::speedup))
                    .map(result -> new Acceptance(run.name(), result.alpha()))
                    .stream())
        .findFirst();
  }

  private static double speedup(RunResult result) {
    return result.speedup().value();
  }

  private static boolean isOfPair(RunSummary run, Probe measured) {
    List<ModelDescription> models = measured.models();
    boolean sameTarget = run.target().equals(models.getFirst());
    return switch (measured.request().draft()) {
      case ModelChoice _ -> sameTarget && run.draft().equals(models.getLast());
      case PromptLookup _ -> sameTarget && run.draft().equals(PromptLookup.DESCRIPTION);
    };
  }

  /** The pair that would be measured; empty when none can be. */
  public ReadOnlyObjectProperty<Optional<ProbeRequest>> requestProperty() {
    return setup.probeRequestProperty();
  }

  /** The pair that would be measured in words; empty when none can be. */
  public String pair() {
    return setup
        .probeRequestProperty()
        .get()
        .map(
            request ->
                pair(
                    request,
                    setup.target().selectedProperty().get().id(),
                    switch (setup.draft().pickedProperty().get()) {
                      case Pick.Model(Checkpoint checkpoint) -> checkpoint.id();
                      case Pick.Lookup _ -> PromptLookup.NAME;
                    }))
        .orElse("");
  }

  /** The pair of a probe in words. */
  public String pairOf(Probe probed) {
    return pair(
        probed.request(),
        probed.models().getFirst().id(),
        switch (probed.request().draft()) {
          case ModelChoice _ -> probed.models().getLast().id();
          case PromptLookup _ -> PromptLookup.NAME;
        });
  }

  private String pair(ProbeRequest request, String target, String draft) {
    return texts.of(
        "hardware.pair",
        texts.of("hardware.model", target, request.target().precision().label()),
        switch (request.draft()) {
          case ModelChoice choice -> texts.of("hardware.model", draft, choice.precision().label());
          case PromptLookup _ -> draft;
        },
        request.device().toUpperCase(Locale.ROOT),
        request.threads());
  }

  /** What keeps the pair from being measured, in one sentence; empty when it can be. */
  public ReadOnlyStringProperty blockerProperty() {
    return setup.pairBlockerProperty();
  }

  /** Every device, in the order in which to show them. */
  public List<Device> devices() {
    return setup.device().devices();
  }

  /** The saved runs: what a probe means for them changes with them. */
  public ObservableList<RunSummary> savedRuns() {
    return saved;
  }

  /** What was measured last; empty when nothing was. */
  public ReadOnlyObjectProperty<Optional<Probe>> probeProperty() {
    return probe.getReadOnlyProperty();
  }

  /** Whether a probe waits or goes on. */
  public ReadOnlyBooleanProperty measuringProperty() {
    return measuring.getReadOnlyProperty();
  }

  /** Whether the probe was asked to stop and has not yet. */
  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  /** What the probe does now, in one sentence; empty while none goes on. */
  public ReadOnlyStringProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** How far the probe is, 0 to 1; negative while it waits. */
  public ReadOnlyObjectProperty<Double> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Why there is no new probe, or none kept, in one sentence; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
