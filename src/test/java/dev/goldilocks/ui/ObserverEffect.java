package dev.goldilocks.ui;

import dev.goldilocks.bench.Bootstrap;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.SideSample;
import dev.goldilocks.ui.settings.Settings;
import dev.goldilocks.ui.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * Prints what watching costs: tokens/s of one and the same run with the real window open on the
 * live page over those of {@code goldilocks run}.
 *
 * <p>Both runs are alive at once and take turns: one is let go for a few pairs while the processes
 * of the other stand still, in an order drawn from a fixed seed. So the same pair is measured in
 * both within seconds, and a machine whose speed changes with the minutes changes it for both. A
 * pair that the end of a turn cut in two is left out; turns are the independent units of the
 * interval.
 *
 * <p>Needs a display, or {@code -Dglass.platform=Headless}. With the argument {@code alike} both
 * are runs in a terminal: what is found between equals is the error of the method. A program, not a
 * test: it is for a quiet machine.
 */
public final class ObserverEffect {

  private static final int PROMPTS = 40;
  private static final int REPEATS = 16;
  private static final int PAIRS_A_TURN = 8;
  private static final int TURNS = PROMPTS * REPEATS / PAIRS_A_TURN;

  private ObserverEffect() {}

  public static void main(String[] arguments) throws Exception {
    boolean alike = List.of(arguments).contains("alike");
    try (HeldRun terminal = inTerminal();
        HeldRun watched = alike ? inTerminal() : inWindow(terminal.spec())) {
      if (!watched.spec().equals(terminal.spec())) {
        throw new IllegalStateException(
            "the window runs " + watched.spec() + " instead of " + terminal.spec());
      }
      takeTurns(watched, terminal);
      List<List<Compared>> turns = turns(watched, terminal);
      print("baseline", turns, PairSample::baseline);
      print("speculative", turns, PairSample::speculative);
    }
  }

  /** One pair as it was measured in both runs. */
  private record Compared(PairSample watched, PairSample terminal) {

    double ratio(Function<PairSample, SideSample> side) {
      return side.apply(watched).generation().decodeTokensPerSecond()
          / side.apply(terminal).generation().decodeTokensPerSecond();
    }
  }

  private static void takeTurns(HeldRun watched, HeldRun terminal)
      throws IOException, InterruptedException {
    RandomGenerator order = RandomGeneratorFactory.getDefault().create(1);
    for (int turn = 1; turn <= TURNS; turn++) {
      boolean watchedFirst = order.nextBoolean();
      for (HeldRun run : watchedFirst ? List.of(watched, terminal) : List.of(terminal, watched)) {
        run.goOnUntil(turn * PAIRS_A_TURN);
      }
    }
  }

  /** The pairs that were measured whole in both runs, by the turn in which they were. */
  private static List<List<Compared>> turns(HeldRun watched, HeldRun terminal)
      throws IOException, InterruptedException {
    List<PairSample> inWatched = watched.finish().samples();
    List<PairSample> inTerminal = terminal.finish().samples();
    List<List<Compared>> turns =
        Stream.generate(() -> (List<Compared>) new ArrayList<Compared>()).limit(TURNS).toList();
    for (int pair = 0; pair < inTerminal.size(); pair++) {
      Compared compared = new Compared(inWatched.get(pair), inTerminal.get(pair));
      if (!compared.watched().plan().equals(compared.terminal().plan())) {
        throw new IllegalStateException("pair " + pair + " is not the same in both runs");
      }
      if (watched.isUndisturbed(compared.watched())
          && terminal.isUndisturbed(compared.terminal())
          && !Double.isNaN(compared.ratio(PairSample::baseline))
          && !Double.isNaN(compared.ratio(PairSample::speculative))) {
        turns.get(pair / PAIRS_A_TURN).add(compared);
      }
    }
    return turns.stream().filter(turn -> !turn.isEmpty()).toList();
  }

  private static void print(
      String name, List<List<Compared>> turns, Function<PairSample, SideSample> side) {
    Interval ratio =
        new Bootstrap(Bootstrap.RESAMPLES_KEPT, 1)
            .geometricMean(
                turns.stream()
                    .map(turn -> turn.stream().map(pair -> pair.ratio(side)).toList())
                    .toList());
    System.out.printf(
        "%-12s watched / terminal %.3f  95 %% interval [%.3f, %.3f]  of %d pairs in %d turns, %d"
            + " processors%n",
        name,
        ratio.value(),
        ratio.low(),
        ratio.high(),
        ratio.pairs(),
        turns.size(),
        Runtime.getRuntime().availableProcessors());
  }

  private static HeldRun inTerminal() throws IOException, InterruptedException {
    return HeldRun.start(
        Files.createTempDirectory("observer"),
        List.of(
            "dev.goldilocks.Main",
            "run",
            "-k",
            "4",
            "--repeats",
            Integer.toString(REPEATS),
            "--seed",
            "1"));
  }

  private static HeldRun inWindow(RunSpec spec) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("observer");
    Settings first = Settings.FIRST_START;
    new SettingsFile(directory.resolve("settings.json"))
        .save(
            new Settings(
                first.theme(),
                first.place(),
                Optional.of(spec),
                first.setups(),
                List.of(),
                first.waiting(),
                first.columns()));
    return HeldRun.start(directory, List.of(UnattendedWindow.class.getName()));
  }
}
