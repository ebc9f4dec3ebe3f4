package dev.goldilocks.training;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A target and a draft in training, with their optimiser's state. */
final class Pair implements AutoCloseable {
  private static final List<String> WEIGHTS =
      List.of(
          "embedding",
          "norm",
          "attention_norm",
          "query_key_value",
          "attention_output",
          "feed_forward_norm",
          "gate_up",
          "down");
  private static final List<String> MODELS = List.of("target", "draft");
  private static final List<String> PARTS = List.of("weight", "first_moment", "second_moment");

  private final TorchProgram program;
  private final NDManager manager = NDManager.newBaseManager("PyTorch");

  /** Which of the two models; the order is that of the program. */
  enum Role {
    TARGET,
    DRAFT
  }

  /** Which of the two models a step changes. */
  enum Learners {
    TARGET(1, 0),
    BOTH(1, 1),
    DRAFT(0, 1);

    private final long[] parts;

    Learners(long... parts) {
      this.parts = parts;
    }
  }

  /** Mean negative log likelihood in nats a token, and how often the first choices agree. */
  record Evaluation(double target, double draft, double agreement) {}

  Pair(PairShape shape, Path source, Path work) throws IOException, MalformedModelException {
    program = TorchProgram.load(source, work);
    try (NDManager scope = manager.newSubManager()) {
      long[] counts = program.call(scope, "setup", scope.create(shape.numbers())).toLongArray();
      System.out.printf("parameters: target %,d, draft %,d%n", counts[0], counts[1]);
    }
  }

  /**
   * Computes and keeps the gradients of one half of a step's batch.
   *
   * @return the losses of target and draft in nats a token
   */
  float[] gradients(long[] ids, int rows, float argmaxShare, int half, Learners learners) {
    JniUtils.setGradMode(true);
    JniUtils.setGraphExecutorOptimize(false);
    try (NDManager scope = manager.newSubManager()) {
      NDArray batch = scope.create(ids, new Shape(rows, ids.length / rows));
      return program
          .call(
              scope,
              "gradients",
              batch,
              scope.create(argmaxShare),
              scope.create((long) half),
              scope.create(learners.parts))
          .toFloatArray();
    }
  }

  /** Applies both halves' gradients. Returns the gradient norms of target and draft. */
  float[] apply(float matrixRate, float rate, long step, Learners learners) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray rates = scope.create(new float[] {matrixRate, rate});
      return program
          .call(scope, "apply", rates, scope.create((float) step), scope.create(learners.parts))
          .toFloatArray();
    }
  }

  /** Starts the draft as the target with some of its layers only. */
  void startDraft(long... layers) {
    try (NDManager scope = manager.newSubManager()) {
      program.call(scope, "start_draft", scope.create(layers));
    }
  }

  Evaluation evaluate(long[] ids, int rows) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray batch = scope.create(ids, new Shape(rows, ids.length / rows));
      float[] r = program.call(scope, "evaluate", batch).toFloatArray();
      return new Evaluation(r[0], r[1], r[2]);
    }
  }

  /** The first choice after each of the ids, in f32. */
  long[] choices(long[] ids, Role role) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray row = scope.create(ids, new Shape(1, ids.length));
      return program.call(scope, "choices", row, scope.create((long) role.ordinal())).toLongArray();
    }
  }

  /** The greedy continuations of prompts of one length, one after the other, in f32. */
  long[] greedy(long[] prompts, int rows, int count, Role role) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray batch = scope.create(prompts, new Shape(rows, prompts.length / rows));
      NDArray index = scope.create((long) role.ordinal());
      return program.call(scope, "greedy", batch, scope.create((long) count), index).toLongArray();
    }
  }

  void save(Path file, Map<String, String> metadata) throws IOException {
    Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
    List<String> names = names();
    for (int i = 0; i < names.size(); i++) {
      try (NDManager scope = manager.newSubManager()) {
        NDArray value = program.call(scope, "read", scope.create((long) i));
        tensors.put(
            names.get(i),
            new Safetensors.Tensor(value.getShape().getShape(), value.toFloatArray()));
      }
    }
    Safetensors.write(
        file, new Safetensors.Content(metadata, tensors), Safetensors.Precision.F32);
  }

  Map<String, String> restore(Path file) throws IOException {
    Safetensors.Content content = Safetensors.read(file);
    List<String> names = names();
    for (int i = 0; i < names.size(); i++) {
      Safetensors.Tensor tensor = content.tensors().get(names.get(i));
      try (NDManager scope = manager.newSubManager()) {
        program.call(
            scope,
            "write",
            scope.create((long) i),
            scope.create(tensor.values(), new Shape(tensor.shape())));
      }
    }
    return content.metadata();
  }

  private static List<String> names() {
    return MODELS.stream()
        .flatMap(m -> PARTS.stream().flatMap(p -> WEIGHTS.stream().map(w -> m + "." + p + "." + w)))
        .toList();
  }

  @Override
  public void close() {
    manager.close();
    program.close();
  }
}
