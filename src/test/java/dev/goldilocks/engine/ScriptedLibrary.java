package dev.goldilocks.engine;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Law;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.ScriptedModel;
import dev.goldilocks.decode.TokenText;
import dev.goldilocks.decode.Tokenizer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** A library without tensors: every checkpoint is a scripted model. It writes down what it does. */
final class ScriptedLibrary implements TensorLibrary {

  private static final int VOCABULARY = 320;

  private final List<String> calls = new ArrayList<>();
  private final Iterator<Double> readings;

  ScriptedLibrary(Double... bytesPerSecond) {
    readings = List.of(bytesPerSecond).iterator();
  }

  /** Whether every scripted reading of the memory was taken. */
  boolean hasReadAll() {
    return !readings.hasNext();
  }

  /** What was loaded and closed, in order. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public String version() {
    return "scripted";
  }

  @Override
  public LanguageModel load(Checkpoint checkpoint, Precision precision, int contextLength) {
    calls.add("load %s %s %d".formatted(checkpoint.id(), precision.label(), contextLength));
    Law law = Law.scattered(VOCABULARY, 1);
    LanguageModel model =
        new ScriptedModel(law, contextLength, ScriptedModel.Acceptance.REJECTION_SAMPLING);
    return (LanguageModel)
        Proxy.newProxyInstance(
            LanguageModel.class.getClassLoader(),
            new Class<?>[] {LanguageModel.class},
            (_, method, arguments) -> {
              if (method.getName().equals("close")) {
                calls.add("close " + checkpoint.id());
              }
              try {
                return method.invoke(model, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public double operationsPerSecond(Precision precision, Duration time) {
    calls.add("operations %s %d ms".formatted(precision.label(), time.toMillis()));
    return switch (precision) {
      case F32 -> 1e12;
      case BF16 -> 2e12;
      case INT8 -> 4e12;
    };
  }

  /** 25 GB/s where no readings are scripted. */
  @Override
  public double readBytesPerSecond() {
    return readings.hasNext() ? readings.next() : 25e9;
  }

  @Override
  public Tokenizer tokenizer(Checkpoint checkpoint) {
    return new Tokenizer() {
      @Override
      public int[] encode(String text) {
        return text.chars().toArray();
      }

      @Override
      public String decode(List<Integer> ids) {
        return ids.stream().map(id -> "<" + id + ">").collect(Collectors.joining());
      }

      @Override
      public TokenText token(int id) {
        return new TokenText.Characters("<" + id + ">");
      }

      @Override
      public void close() {
        calls.add("close tokenizer of " + checkpoint.id());
      }
    };
  }
}
