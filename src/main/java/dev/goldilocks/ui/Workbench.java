package dev.goldilocks.ui;

import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.chart.ChartPng;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.runs.AtomicWriter;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.ui.bench.BenchController;
import dev.goldilocks.ui.bench.BenchViewModel;
import dev.goldilocks.ui.bench.ClosingViewModel;
import dev.goldilocks.ui.bench.CrowdViewModel;
import dev.goldilocks.ui.bench.QueueController;
import dev.goldilocks.ui.bench.UnstartedRunsViewModel;
import dev.goldilocks.ui.charts.ChartPictures;
import dev.goldilocks.ui.charts.ChartsPane;
import dev.goldilocks.ui.charts.ChartsViewModel;
import dev.goldilocks.ui.compare.CompareController;
import dev.goldilocks.ui.compare.CompareViewModel;
import dev.goldilocks.ui.hardware.HardwareController;
import dev.goldilocks.ui.hardware.HardwareViewModel;
import dev.goldilocks.ui.help.HelpController;
import dev.goldilocks.ui.live.LiveController;
import dev.goldilocks.ui.live.LiveViewModel;
import dev.goldilocks.ui.live.VerdictViewModel;
import dev.goldilocks.ui.runs.FilterController;
import dev.goldilocks.ui.runs.FilterViewModel;
import dev.goldilocks.ui.runs.FindingsController;
import dev.goldilocks.ui.runs.RecoveryViewModel;
import dev.goldilocks.ui.runs.RunPageController;
import dev.goldilocks.ui.runs.RunPageViewModel;
import dev.goldilocks.ui.runs.RunTextsController;
import dev.goldilocks.ui.runs.RunTimelineController;
import dev.goldilocks.ui.runs.RunsController;
import dev.goldilocks.ui.runs.SavedRunsViewModel;
import dev.goldilocks.ui.runs.TimelineViewModel;
import dev.goldilocks.ui.runs.TransferViewModel;
import dev.goldilocks.ui.settings.Settings;
import dev.goldilocks.ui.settings.SettingsWriter;
import dev.goldilocks.ui.settings.WindowPlace;
import dev.goldilocks.ui.setup.SamplingController;
import dev.goldilocks.ui.setup.SavedSetupsViewModel;
import dev.goldilocks.ui.setup.SetupController;
import dev.goldilocks.ui.setup.SetupViewModel;
import dev.goldilocks.ui.setup.SetupsController;
import dev.goldilocks.ui.shell.Page;
import dev.goldilocks.ui.shell.ShellController;
import dev.goldilocks.ui.shell.ShellViewModel;
import dev.goldilocks.ui.shell.Theme;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.SpecText;
import dev.goldilocks.ui.text.Texts;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's content, put together from its parts. Made and used on the FX thread. */
public final class Workbench {

  private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

  private final WorkbenchParts parts;
  private final Texts texts;
  private final Settings settings;
  private final SetupViewModel setup;
  private final SavedSetupsViewModel savedSetups;
  private final BenchViewModel bench;
  private final SavedRunsViewModel savedRuns;
  private final RecoveryViewModel recovery;
  private final UnstartedRunsViewModel unstarted;
  private final ClosingViewModel closing;
  private final SettingsWriter settingsWriter;
  private final ObjectProperty<Optional<List<String>>> columns = new SimpleObjectProperty<>();
  private final CompareViewModel comparison;
  private final HardwareViewModel hardware;
  private final ShellViewModel shell;
  private final Parent root;
  private Optional<RunSpec> lastRun;

  public Workbench(WorkbenchParts parts) {
    this.parts = parts;
    texts = new Texts(parts.locale());
    settings = parts.settings().load();
    settingsWriter = new SettingsWriter(parts.settings());
    lastRun = settings.setup();
    columns.set(settings.columns());
    ZoneId zone = ZoneId.systemDefault();
    FigureFormat figures = new FigureFormat(parts.locale());
    setup =
        new SetupViewModel(
            parts.models(), parts.prompts(), parts.devices(), parts.background(), texts, figures);
    LiveViewModel live = new LiveViewModel(new VerdictViewModel(texts, figures), texts, figures);
    savedRuns = new SavedRunsViewModel(parts.library(), parts.background());
    bench =
        new BenchViewModel(
            parts.runs(), setup, live, savedRuns, parts.background(), texts, figures);
    recovery =
        new RecoveryViewModel(parts.library(), savedRuns, bench::runningIds, parts.background());
    SpecText specs = new SpecText(texts, figures);
    unstarted = new UnstartedRunsViewModel(settings.waiting(), bench, specs);
    closing = new ClosingViewModel(bench, texts);
    CrowdViewModel crowd =
        new CrowdViewModel(
            parts.otherPrograms(), bench::threads, parts.background(), texts, figures);
    comparison = new CompareViewModel(parts.library(), parts.background(), texts);
    hardware =
        new HardwareViewModel(
            parts.probes(), setup, savedRuns.runs(), parts.lastProbe(), parts.background(), texts);
    bench.setOnStarted(spec -> lastRun = Optional.of(spec));
    shell = new ShellViewModel(settings.theme(), parts.systemColours());
    savedRuns.inViewProperty().bind(shell.pageProperty().isEqualTo(Page.RUNS));
    SetupController setupController = new SetupController(setup, parts.dialogs(), texts);
    savedSetups =
        new SavedSetupsViewModel(
            setup, settings.setups(), (_, failed) -> keepSettings(failed), specs, texts);
    Map<Class<?>, Supplier<?>> controllers = new HashMap<>(runsPage(figures, zone));
    controllers.putAll(
        Map.of(
            SetupController.class,
            () -> setupController,
            SetupsController.class,
            () ->
                new SetupsController(
                    setup, savedSetups, setupController::commit, Workbench::copy, texts),
            SamplingController.class,
            () -> new SamplingController(setup.sampling()),
            LiveController.class,
            () -> new LiveController(live, texts, figures),
            QueueController.class,
            () -> new QueueController(bench.queue(), this::showRun, texts),
            BenchController.class,
            () -> new BenchController(bench, crowd, setupController, this::showRun, texts),
            CompareController.class,
            () ->
                new CompareController(
                    comparison,
                    charts(comparison.charts()),
                    () -> shell.pageProperty().set(Page.RUNS),
                    texts,
                    figures),
            HardwareController.class,
            () ->
                new HardwareController(
                    hardware, pictures(), shell.coloursProperty(), texts, figures, zone),
            HelpController.class,
            () -> new HelpController(texts),
            ShellController.class,
            () ->
                new ShellController(
                    shell,
                    bench,
                    savedRuns,
                    recovery,
                    unstarted,
                    closing,
                    this::showRun,
                    texts,
                    zone)));
    keepWhatChanges();
    root = new Pages(texts, controllers).load("/dev/goldilocks/ui/shell/shell.fxml");
  }

  /** Waiting runs and chosen columns are kept at once: a program may end without closing. */
  private void keepWhatChanges() {
    AtomicReference<List<RunSpec>> kept = new AtomicReference<>(unstarted.toKeep());
    Runnable whenOthersWait =
        () -> {
          List<RunSpec> now = unstarted.toKeep();
          if (!now.equals(kept.getAndSet(now))) {
            keepSettings(Workbench::warn);
          }
        };
    bench.queue().items().subscribe(whenOthersWait);
    unstarted.runs().subscribe(whenOthersWait);
    columns.addListener(_ -> keepSettings(Workbench::warn));
  }

  private static void warn(String sentence) {
    LOG.warn("The settings were not kept: {}", sentence);
  }

  private Map<Class<?>, Supplier<?>> runsPage(FigureFormat figures, ZoneId zone) {
    FilterViewModel filter = new FilterViewModel(savedRuns.runs(), texts);
    RunPageViewModel runPage =
        new RunPageViewModel(
            savedRuns,
            parts.library(),
            parts.background(),
            new ChartsViewModel(texts),
            new VerdictViewModel(texts, figures));
    TransferViewModel transfer =
        new TransferViewModel(parts.library(), savedRuns, parts.background(), texts);
    return Map.of(
        RunsController.class,
        () ->
            new RunsController(
                savedRuns,
                filter,
                transfer,
                columns,
                this::compare,
                parts.dialogs(),
                parts.drops(),
                texts,
                figures,
                zone),
        FilterController.class,
        () -> new FilterController(filter, texts),
        FindingsController.class,
        () -> new FindingsController(runPage.verdict(), texts, figures),
        RunTimelineController.class,
        () -> timeline(runPage, figures),
        RunTextsController.class,
        () -> new RunTextsController(runPage, texts, figures),
        RunPageController.class,
        () ->
            new RunPageController(
                runPage, charts(runPage.charts()), this::setUpAgain, texts, figures));
  }

  /** The window's title. */
  public String title() {
    return texts.of("window.title");
  }

  /** Where the window stood last time. */
  public Optional<WindowPlace> place() {
    return settings.place();
  }

  /** A scene of this content that follows the theme. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(root, width, height);
    Theme.dress(scene);
    shell.coloursProperty().subscribe((ColorScheme colours) -> Theme.apply(scene, colours));
    return scene;
  }

  /** Reads models, prompts and saved runs. */
  public void start() {
    setup.start(settings.setup(), settings.modelFolders());
    savedRuns.refresh();
    hardware.start();
    lookForInterruptedRuns();
  }

  /** Looks for runs that did not end because their program did, to offer them. */
  public void lookForInterruptedRuns() {
    recovery.look();
  }

  /**
   * Takes leave: from here on nothing that a run does is heard. What it had measured stays in its
   * journal and is offered at the next start.
   *
   * @param place where the window stands
   * @return what is left to do, for any thread but this one, since it waits until every engine
   *     process is gone
   */
  public Runnable closing(WindowPlace place) {
    Runnable keeping = settingsWriter.writing(settingsNow(Optional.of(place)));
    bench.leave();
    hardware.leave();
    return () -> {
      try {
        keeping.run();
      } catch (ProblemException e) {
        LOG.warn("The window closes without keeping its settings", e);
      }
      parts.runs().close();
    };
  }

  /** Which page is shown, and in which theme. */
  public ShellViewModel shell() {
    return shell;
  }

  /** What a run is asked for. */
  public SetupViewModel setup() {
    return setup;
  }

  /** The runs of this window. */
  public BenchViewModel bench() {
    return bench;
  }

  /** What the machine allows. */
  public HardwareViewModel hardware() {
    return hardware;
  }

  /** Looks at the run that goes on, as the bench does a few times a second. */
  public void refresh() {
    bench.refresh();
  }

  /** Whether the window may close while a run goes on. */
  public ClosingViewModel closingQuestion() {
    return closing;
  }

  private Settings settingsNow(Optional<WindowPlace> place) {
    return new Settings(
        shell.themeProperty().get(),
        place,
        lastRun,
        List.copyOf(savedSetups.items()),
        setup.modelFolders(),
        unstarted.toKeep(),
        columns.get());
  }

  private void keepSettings(Consumer<String> failed) {
    Runnable keeping = settingsWriter.writing(settingsNow(settings.place()));
    parts.background().run(keeping::run, () -> {}, failed);
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  private ChartPictures pictures() {
    return new ChartPictures(
        new ChartPng(new AtomicWriter()), parts.dialogs(), parts.background(), texts);
  }

  private ChartsPane charts(ChartsViewModel model) {
    return new ChartsPane(model, pictures(), shell.coloursProperty(), texts, parts.locale());
  }

  private RunTimelineController timeline(RunPageViewModel runPage, FigureFormat figures) {
    return new RunTimelineController(
        new TimelineViewModel(runPage.runProperty(), parts.background()),
        pictures(),
        shell.coloursProperty(),
        texts,
        figures);
  }

  private void compare(List<RunSummary> chosen) {
    comparison.show(chosen);
    shell.pageProperty().set(Page.COMPARE);
  }

  private void setUpAgain(RunSpec spec) {
    bench.setUpAgain(spec);
    shell.pageProperty().set(Page.BENCH);
  }

  private void showRun(String id) {
    shell.pageProperty().set(Page.RUNS);
    savedRuns.showOnly(id);
  }
}
