package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that stands in for the engine, and behaves as its first argument says. Tests start it
 * as a real process.
 */
public final class FakeEngine {

  /** How it behaves. */
  enum Behaviour {
    /** Measures two pairs. */
    MEASURES,
    /** The same, among lines that are no events. */
    PRINTS_JUNK,
    /** Says that the request is wrong. */
    REFUSES,
    /** Ends at once with exit code 77. */
    EXITS_AT_ONCE,
    /** Measures one pair, then waits to be cancelled, and obeys. */
    OBEYS,
    /** Measures one pair, then hears nothing. */
    IS_DEAF,
    /** The same, with a process of its own. */
    IS_DEAF_WITH_A_CHILD,
    /** Measures two pairs and does not end. */
    LINGERS,
    /** Measures one pair of two and says that it finished. */
    LEAVES_OUT_A_PAIR,
    /** Sends events in an order that makes no sense, and more after the last. */
    IS_CONFUSED,
    /** Measures one pair and fills its Java memory. */
    RUNS_OUT_OF_MEMORY,
    /** Starts a process that holds its streams open, and ends before it. */
    LEAVES_A_PROCESS_BEHIND,
    /** Does nothing for ever. */
    SLEEPS
  }

  private final RunCodec codec = new RunCodec();
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private FakeEngine() {}

  public static void main(String[] arguments) throws IOException {
    int code = new FakeEngine().behave(Behaviour.valueOf(arguments[0]));
    System.exit(code);
  }

  /** The program that behaves in this way. */
  static EngineProgram program(Behaviour behaviour) {
    return new ChildJvm(FakeEngine.class.getName(), List.of(behaviour.name()));
  }

  private int behave(Behaviour behaviour) throws IOException {
    if (behaviour == Behaviour.EXITS_AT_ONCE) {
      System.err.println("no such library");
      return 77;
    }
    if (behaviour == Behaviour.SLEEPS) {
      return waitForever();
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    RunSpec spec = codec.readSpec(in.readLine());
    return switch (behaviour) {
      case MEASURES -> sendAll(Runs.events(2));
      case PRINTS_JUNK -> amongJunk(Runs.events(2));
      case REFUSES -> {
        send(new RunEvent.Failed("The draft is empty; choose another.", FailureKind.REQUEST));
        yield 2;
      }
      case EXITS_AT_ONCE, SLEEPS -> throw new IllegalStateException("reads no request");
      case OBEYS -> {
        sendAll(onePairOfTwo());
        boolean asked = in.readLine().equals(ProcessAttempt.CANCEL);
        send(asked ? new RunEvent.Cancelled() : new RunEvent.Failed("?", FailureKind.ENGINE));
        yield 130;
      }
      case IS_DEAF -> {
        sendAll(onePairOfTwo());
        yield waitForever();
      }
      case IS_DEAF_WITH_A_CHILD -> {
        startAnother(spec);
        sendAll(onePairOfTwo());
        yield waitForever();
      }
      case LINGERS -> {
        sendAll(Runs.events(2));
        yield waitForever();
      }
      case LEAVES_OUT_A_PAIR -> {
        sendAll(onePairOfTwo());
        send(new RunEvent.Finished(1_000));
        yield 0;
      }
      case IS_CONFUSED -> {
        send(new RunEvent.PairMeasured(Runs.sample(5)));
        sendAll(Runs.events(2));
        yield sendAll(Runs.events(2));
      }
      case RUNS_OUT_OF_MEMORY -> {
        sendAll(onePairOfTwo());
        yield fillMemory();
      }
      case LEAVES_A_PROCESS_BEHIND -> {
        startAnother(spec);
        sendAll(onePairOfTwo());
        yield 77;
      }
    };
  }

  private int amongJunk(List<RunEvent> events) {
    out.println("[W] libfoo: using 2 threads");
    for (RunEvent event : events) {
      out.println("{\"event\":\"nonsense\"}");
      out.println("{\"event\":");
      out.write(new byte[] {(byte) 0xff, 0, 7, '\n'}, 0, 4);
      send(event);
      byte[] overlong = new byte[EventStream.LINE_LIMIT / 8];
      if (event instanceof RunEvent.WarmingUp) {
        for (int part = 0; part <= 8; part++) {
          out.write(overlong, 0, overlong.length);
        }
        out.println();
      }
    }
    return 0;
  }

  private static List<RunEvent> onePairOfTwo() {
    List<RunEvent> events = new ArrayList<>(Runs.events(2));
    while (!events.getLast().equals(new RunEvent.PairMeasured(Runs.sample(0)))) {
      events.removeLast();
    }
    return events;
  }

  private int sendAll(List<RunEvent> events) {
    events.forEach(this::send);
    return 0;
  }

  private void send(RunEvent event) {
    out.println(codec.write(event));
  }

  private static void startAnother(RunSpec spec) throws IOException {
    Process another =
        program(Behaviour.SLEEPS).command(spec.threads(), Path.of("unused")).inheritIO().start();
    System.err.println(another.pid());
  }

  private static int fillMemory() {
    List<long[]> all = new ArrayList<>();
    while (all.size() < Integer.MAX_VALUE) {
      all.add(new long[1 << 22]);
    }
    return all.size();
  }

  private static int waitForever() {
    while (!Thread.interrupted()) {
      LockSupport.park();
    }
    return 1;
  }
}
