package dev.goldilocks.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** The target alone, several tokens a call. */
public final class PlainDecoder implements Decoder {

  private final LanguageModel model;
  private final int tokensPerCall;
  private final LongSupplier nanoTime;

  /**
   * @param tokensPerCall tokens chosen in one call into the model, at least 1. Each call is a step:
   *     the more tokens, the less of the host's time is in them.
   */
  public PlainDecoder(LanguageModel model, int tokensPerCall) {
    this(model, tokensPerCall, System::nanoTime);
  }

  PlainDecoder(LanguageModel model, int tokensPerCall, LongSupplier nanoTime) {
    if (tokensPerCall < 1) {
      throw new IllegalArgumentException("tokensPerCall " + tokensPerCall);
    }
    this.model = model;
    this.tokensPerCall = tokensPerCall;
    this.nanoTime = nanoTime;
  }

  @Override
  public void requireFit(int[] prompt, int maxNewTokens) {
    PromptIds.require(prompt, model.vocabularySize());
    new ContextRoom(prompt.length, maxNewTokens, 0).requireWithin(model.contextLength(), "target");
  }

  @Override
  public Generation decode(
      int[] prompt, Limits limits, TokenChoice choice, DecodeListener listener) {
    requireFit(prompt, limits.maxNewTokens());
    long start = nanoTime.getAsLong();
    int first = model.prefill(prompt, choice);
    long prefillNanos = nanoTime.getAsLong() - start;
    listener.firstToken(first, prefillNanos);

    GrowingText text = new GrowingText(first, limits);
    List<Step> steps = new ArrayList<>();
    while (!text.finished()) {
      Step step = step(text, limits, choice);
      steps.add(step);
      listener.stepped(step);
    }
    return new Generation(text.ids(), prefillNanos, steps);
  }

  private Step step(GrowingText text, Limits limits, TokenChoice choice) {
    long start = nanoTime.getAsLong();
    int count = Math.min(tokensPerCall, text.remaining());
    int[] chosen = model.extend(text.last(), count, choice, limits.stopIds());
    List<Integer> emitted = text.append(Arrays.stream(chosen).boxed().toList());
    return new Step.Plain(emitted, nanoTime.getAsLong() - start);
  }
}
