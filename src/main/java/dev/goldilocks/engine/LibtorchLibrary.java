package dev.goldilocks.engine;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Tokenizer;
import dev.goldilocks.torch.HuggingFaceTokens;
import dev.goldilocks.torch.Libtorch;
import java.time.Duration;

/** The library that computes is libtorch. */
record LibtorchLibrary(Libtorch libtorch) implements TensorLibrary {

  /** Starts it; see {@link TensorLibrary.Starter}. */
  static LibtorchLibrary start(int threads) {
    return new LibtorchLibrary(Libtorch.start(threads));
  }

  @Override
  public String version() {
    return libtorch.version();
  }

  @Override
  public LanguageModel load(Checkpoint checkpoint, Precision precision, int contextLength) {
    return libtorch.load(checkpoint, precision, contextLength);
  }

  @Override
  public double operationsPerSecond(Precision precision, Duration time) {
    return libtorch.operationsPerSecond(precision, time);
  }

  @Override
  public double readBytesPerSecond() {
    return libtorch.readBytesPerSecond();
  }

  @Override
  public Tokenizer tokenizer(Checkpoint checkpoint) {
    return HuggingFaceTokens.read(checkpoint.tokenizerFile());
  }
}
