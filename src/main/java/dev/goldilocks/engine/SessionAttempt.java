package dev.goldilocks.engine;

import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A run in this process. A crash of native code takes the whole program with it. */
final class SessionAttempt implements Attempt<RunEvent> {

  private final RunSpec spec;
  private final RunCodec codec;
  private final Session session;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  SessionAttempt(RunSpec spec, RunCodec codec, Session session) {
    this.spec = spec;
    this.codec = codec;
    this.session = session;
  }

  @Override
  public void run(EventListener<RunEvent> listener) {
    RunEvent last = session.run(spec, event -> tell(event, listener), cancelled::get);
    tell(last, listener);
  }

  private void tell(RunEvent event, EventListener<RunEvent> listener) {
    listener.heard(event, codec.write(event), Duration.ZERO);
  }

  @Override
  public void cancel() {
    cancelled.set(true);
  }
}
