package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.Side;
import dev.goldilocks.decode.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventPipeTest {

  private final RunCodec codec = new RunCodec();

  @Test
  void eventsComeOutOneALineInTheirOrder() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EventPipe pipe = pipe(bytes, Duration.ZERO, EventPipeTest::unexpected)) {
      Runs.events(2).forEach(pipe);
    }

    assertThat(eventsIn(bytes.toString(StandardCharsets.UTF_8))).isEqualTo(Runs.events(2));
  }

  @Test
  void halfALineOfSomeoneElseSpoilsNoEvent() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("half a li".getBytes(StandardCharsets.UTF_8));
    try (EventPipe pipe = pipe(bytes, Duration.ZERO, EventPipeTest::unexpected)) {
      pipe.accept(new RunEvent.Cancelled());
    }

    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(2).startsWith("half a li");
    assertThat(eventsIn(lines.getLast())).containsExactly(new RunEvent.Cancelled());
  }

  @Test
  void closingDoesNotWaitForTheBatch() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EventPipe pipe = pipe(bytes, Duration.ofDays(1), EventPipeTest::unexpected)) {
      pipe.accept(new RunEvent.Cancelled());
    }

    assertThat(bytes.size()).isPositive();
  }

  @Test
  void whatComesWhileAStepMayBeTimedWaitsForWhatComesAfterwards() throws IOException {
    PipedOutputStream end = new PipedOutputStream();
    RunEvent side = new RunEvent.SideStarted(0, Side.BASELINE);
    RunEvent pair = new RunEvent.PairMeasured(Runs.sample(0));
    try (LineReader host = new LineReader(new PipedInputStream(end, 1 << 16), 1 << 16);
        EventPipe pipe = pipe(end, Duration.ofDays(1), EventPipeTest::unexpected)) {
      pipe.accept(side);
      pipe.accept(pair);
      List<RunEvent> told = new ArrayList<>();
      while (told.size() < 2) {
        told.addAll(eventsIn(host.next().orElseThrow()));
      }
      assertThat(told).containsExactly(side, pair);
    }
  }

  @Test
  void aHostThatDoesNotReadHoldsNoStepUpAndLosesNoMeasuredPair() {
    CountDownLatch reads = new CountDownLatch(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream host =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            try {
              reads.await();
              bytes.write(value);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };
    RunEvent step =
        new RunEvent.Stepped(0, Side.BASELINE, new Step.Plain(List.of(1), 1), List.of());
    RunEvent pair = new RunEvent.PairMeasured(Runs.sample(0));
    try (EventPipe pipe = pipe(host, Duration.ZERO, EventPipeTest::unexpected)) {
      for (int i = 0; i < 20_000; i++) {
        pipe.accept(step);
      }
      CompletableFuture<Void> pairs =
          CompletableFuture.runAsync(
              () -> {
                pipe.accept(pair);
                pipe.accept(pair);
              });
      reads.countDown();
      pairs.join();
    }

    List<RunEvent> events = eventsIn(bytes.toString(StandardCharsets.UTF_8));
    assertThat(events).endsWith(pair, pair);
    assertThat(events).hasSizeBetween(8_192, 19_999);
  }

  @Test
  void aHostThatIsGoneIsNoticed() throws InterruptedException {
    CountDownLatch noticed = new CountDownLatch(1);
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (EventPipe pipe = pipe(broken, Duration.ZERO, noticed::countDown)) {
      pipe.accept(new RunEvent.Cancelled());
      noticed.await();
    }
  }

  private EventPipe pipe(OutputStream out, Duration pause, Runnable hostGone) {
    PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    return new EventPipe(stream, codec, pause, hostGone);
  }

  private List<RunEvent> eventsIn(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> codec.readEvent(PipedLine.parse(line).event()))
        .toList();
  }

  private static void unexpected() {
    throw new AssertionError("the host is there");
  }
}
