package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeCodec;
import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.bench.Probes;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineChildTest {

  private final RunCodec codec = new RunCodec();
  private final ProbeCodec probeCodec = new ProbeCodec();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final CountDownLatch hostGone = new CountDownLatch(1);
  private final PipedInputStream in = new PipedInputStream(1 << 16);
  private OutputStream host;

  @BeforeEach
  void connect() throws IOException {
    host = new PipedOutputStream(in);
  }

  @AfterEach
  void disconnect() throws IOException {
    host.close();
  }

  @Test
  void aFinishedRunHasEveryEventAndExitCodeZero() throws IOException {
    List<RunEvent> events = Runs.events(2);
    say(codec.write(Runs.spec()));

    int code =
        serve(
            (spec, listener, _) -> {
              assertThat(spec).isEqualTo(Runs.spec());
              events.subList(0, events.size() - 1).forEach(listener);
              return events.getLast();
            });

    assertThat(code).isZero();
    assertThat(told()).isEqualTo(events);
  }

  @Test
  void aFailedRunHasExitCodeOne() throws IOException {
    say(codec.write(Runs.spec()));
    RunEvent failure = new RunEvent.Failed("It broke.", FailureKind.ENGINE);

    assertThat(serve((_, _, _) -> failure)).isEqualTo(1);
    assertThat(told()).containsExactly(failure);
  }

  @Test
  void aWrongRequestHasExitCodeTwo() throws IOException {
    say(codec.write(Runs.spec()).replace("\"maxNewTokens\":5", "\"maxNewTokens\":0"));

    assertThat(serve((_, _, _) -> new RunEvent.Finished(0))).isEqualTo(2);
    assertThat(told())
        .containsExactly(
            new RunEvent.Failed(
                "The number of new tokens is 0; give at least 2, since speed is measured after the"
                    + " first.",
                FailureKind.REQUEST));
  }

  @Test
  void cancellingReachesTheRun() throws IOException {
    say(codec.write(Runs.spec()));
    say("what is this");
    say("cancel");

    int code =
        serve(
            (_, _, cancelled) -> {
              while (!cancelled.getAsBoolean()) {
                Thread.onSpinWait();
              }
              return new RunEvent.Cancelled();
            });

    assertThat(code).isEqualTo(130);
    assertThat(told()).containsExactly(new RunEvent.Cancelled());
  }

  @Test
  void theEndOfInputMeansThatTheHostIsGone() throws IOException {
    say(codec.write(Runs.spec()));
    host.close();

    serve(
        (_, _, _) -> {
          try {
            hostGone.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new RunEvent.Cancelled();
        });

    assertThat(hostGone.getCount()).isZero();
  }

  @Test
  void withoutARequestThereIsNothingToDo() throws IOException {
    host.close();

    assertThat(serve((_, _, _) -> new RunEvent.Finished(0))).isEqualTo(130);
  }

  @Test
  void whatALibraryPrintsIsNoEvent() throws IOException {
    say(codec.write(Runs.spec()));
    PrintStream outBefore = System.out;
    PrintStream errorBefore = System.err;
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    PrintStream events = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(events);
    System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
    try {
      new EngineChild(
              (_, _, _) -> {
                System.out.println("using 2 threads");
                return new RunEvent.Finished(0);
              },
              (_, _, _) -> new ProbeEvent.Cancelled(),
              hostGone::countDown)
          .serve(in, events);
      assertThat(System.out).isSameAs(events);
    } finally {
      System.setOut(outBefore);
      System.setErr(errorBefore);
    }

    assertThat(error.toString(StandardCharsets.UTF_8))
        .hasLineCount(1)
        .startsWith("using 2 threads");
    assertThat(told()).containsExactly(new RunEvent.Finished(0));
  }

  @Test
  void aProbeThatIsAskedForIsToldInStages() throws IOException {
    Probe probe = Probes.halfABillion();
    say(probeCodec.write(probe.request()));

    int code =
        serveProbe(
            (request, listener, _) -> {
              assertThat(request).isEqualTo(probe.request());
              listener.accept(new ProbeEvent.Reached(ProbeStage.MEMORY));
              return new ProbeEvent.Finished(probe);
            });

    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().map(probeCodec::readEvent))
        .containsExactly(new ProbeEvent.Reached(ProbeStage.MEMORY), new ProbeEvent.Finished(probe));
  }

  @Test
  void cancellingReachesAProbe() throws IOException {
    say(probeCodec.write(Probes.halfABillion().request()));
    say("cancel");

    int code =
        serveProbe(
            (_, _, cancelled) -> {
              while (!cancelled.getAsBoolean()) {
                Thread.onSpinWait();
              }
              return new ProbeEvent.Cancelled();
            });

    assertThat(code).isEqualTo(130);
  }

  @Test
  void aWrongRequestForAProbeHasExitCodeTwo() throws IOException {
    say(
        probeCodec
            .write(Probes.halfABillion().request())
            .replace("\"threads\":2", "\"threads\":0"));

    assertThat(serveProbe((_, _, _) -> new ProbeEvent.Cancelled())).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8).lines().map(probeCodec::readEvent))
        .containsExactly(
            new ProbeEvent.Failed(
                "The number of threads is 0; give at least 1.", FailureKind.REQUEST));
  }

  private int serveProbe(ProbeSession probes) {
    return new EngineChild((_, _, _) -> new RunEvent.Cancelled(), probes, hostGone::countDown)
        .serve(in, new PrintStream(out, false, StandardCharsets.UTF_8));
  }

  private int serve(Session session) {
    return new EngineChild(session, (_, _, _) -> new ProbeEvent.Cancelled(), hostGone::countDown)
        .serve(in, new PrintStream(out, false, StandardCharsets.UTF_8));
  }

  private void say(String line) throws IOException {
    host.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    host.flush();
  }

  private List<RunEvent> told() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> codec.readEvent(PipedLine.parse(line).event()))
        .toList();
  }
}
