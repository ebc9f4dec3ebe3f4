package dev.goldilocks.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BackgroundTest {

  private final Queue<Runnable> onWindow = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final Background background = new Background(Runnable::run, onWindow::add);

  @Test
  void aResultComesBackOnTheWindowsThread() {
    background.load(() -> "read", heard::add, heard::add);
    assertThat(heard).isEmpty();
    onWindow.remove().run();
    assertThat(heard).containsExactly("read");
  }

  @Test
  void aProblemComesBackAsItsSentence() {
    background.load(
        () -> {
          throw new ProblemException("The file x is missing; pick another.");
        },
        _ -> heard.add("done"),
        heard::add);
    onWindow.remove().run();
    assertThat(heard).containsExactly("The file x is missing; pick another.");
  }

  @Test
  void anythingElseThatIsThrownIsNotLost() {
    background.run(
        () -> {
          throw new IllegalStateException("seven");
        },
        () -> heard.add("done"),
        heard::add);
    onWindow.remove().run();
    assertThat(heard)
        .containsExactly(
            "Something unforeseen went wrong (java.lang.IllegalStateException: seven); the log has"
                + " the details.");
  }
}
