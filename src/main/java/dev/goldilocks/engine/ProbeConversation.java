package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ProbeCodec;
import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.ProbeRequest;

/** What is said in a probe. */
record ProbeConversation(ProbeRequest asked, ProbeCodec codec) implements Conversation<ProbeEvent> {

  @Override
  public String request() {
    return codec.write(asked);
  }

  @Override
  public int threads() {
    return asked.threads();
  }

  @Override
  public ProbeEvent read(String line) {
    return codec.readEvent(line);
  }

  @Override
  public String write(ProbeEvent event) {
    return codec.write(event);
  }

  @Override
  public boolean ends(ProbeEvent event) {
    return event.endsProbe();
  }

  @Override
  public ProbeEvent cancelled() {
    return new ProbeEvent.Cancelled();
  }

  @Override
  public ProbeEvent failed(String sentence, FailureKind kind) {
    return new ProbeEvent.Failed(sentence, kind);
  }
}
