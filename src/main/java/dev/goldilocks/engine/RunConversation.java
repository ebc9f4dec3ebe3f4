package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;

/** What is said in a run. */
record RunConversation(RunSpec spec, RunCodec codec) implements Conversation<RunEvent> {

  @Override
  public String request() {
    return codec.write(spec);
  }

  @Override
  public int threads() {
    return spec.threads();
  }

  @Override
  public RunEvent read(String line) {
    return codec.readEvent(line);
  }

  @Override
  public String write(RunEvent event) {
    return codec.write(event);
  }

  @Override
  public boolean ends(RunEvent event) {
    return event.endsRun();
  }

  @Override
  public RunEvent cancelled() {
    return new RunEvent.Cancelled();
  }

  @Override
  public RunEvent failed(String sentence, FailureKind kind) {
    return new RunEvent.Failed(sentence, kind);
  }
}
