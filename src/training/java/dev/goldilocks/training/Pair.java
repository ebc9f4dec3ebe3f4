package dev.goldilocks.training;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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
  private final ParameterCounts parameters;

  /** Which of the two models. */
  enum Role {
    TARGET(0),
    DRAFT(1);

    private final long number;

    Role(long number) {
      this.number = number;
    }
  }

  /** Which of the two models a step changes. */
  enum Learners {
    TARGET(0),
    BOTH(1);

    private final long draft;

    Learners(long draft) {
      this.draft = draft;
    }
  }

  /**
   * How many weights each model has.
   *
   * @param target of the target
   * @param draft of the draft
   */
  record ParameterCounts(long target, long draft) {

    @Override
    public String toString() {
      return "target %,d, draft %,d".formatted(target, draft);
    }
  }

  private Pair(TorchProgram program, PairShape shape) {
    this.program = program;
    try (NDManager scope = manager.newSubManager()) {
      NDArray counts = program.call(scope, "setup", scope.create(shape.numbers()));
      this.parameters = new ParameterCounts(counts.getLong(0), counts.getLong(1));
    }
  }

  /** Makes a pair with random weights. */
  static Pair create(PairShape shape, Path source, Path folder)
      throws IOException, MalformedModelException {
    return new Pair(TorchProgram.load(source, folder), shape);
  }

  /** How many weights each model has. */
  ParameterCounts parameters() {
    return parameters;
  }

  /**
   * Computes and keeps the gradients of one half of a step's batch. Both halves may run at once.
   *
   * @param argmaxShare share of the target's first choice in the draft's goal; the rest is the
   *     target's distribution
   * @param half 0 or 1
   * @return the losses of target and draft in nats a token
   */
  float[] gradients(Batch batch, float argmaxShare, int half, Learners learners) {
    try (NDManager scope = manager.newSubManager()) {
      int width = batch.ids().length / batch.rows();
      return program
          .call(
              scope,
              "gradients",
              scope.create(batch.ids(), new Shape(batch.rows(), width)),
              scope.create(batch.weights()),
              scope.create(argmaxShare),
              scope.create((long) half),
              scope.create(learners.draft))
          .toFloatArray();
    }
  }

  /** Applies both halves' gradients. Returns the gradient norms of target and draft. */
  float[] apply(float matrixRate, float rate, long step, Learners learners) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray rates = scope.create(new float[] {matrixRate, rate});
      return program
          .call(scope, "apply", rates, scope.create((float) step), scope.create(learners.draft))
          .toFloatArray();
    }
  }

  /** Starts the draft as the target with some of its layers only. */
  void startDraft(long... layers) {
    try (NDManager scope = manager.newSubManager()) {
      program.call(scope, "start_draft", scope.create(layers));
    }
  }

  /**
   * Reads text without learning from it.
   *
   * @return mean negative log likelihood of target and of draft in nats a token, and how often
   *     their first choices agree
   */
  float[] evaluate(long[] ids, int rows) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray batch = scope.create(ids, new Shape(rows, ids.length / rows));
      return program.call(scope, "evaluate", batch).toFloatArray();
    }
  }

  /** The first choice after each of the ids, in f32. */
  long[] choices(long[] ids, Role role) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray row = scope.create(ids, new Shape(1, ids.length));
      return program.call(scope, "choices", row, scope.create(role.number)).toLongArray();
    }
  }

  /** The greedy continuations of prompts of one length, one after the other, in f32. */
  long[] greedy(long[] prompts, int rows, int count, Role role) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray batch = scope.create(prompts, new Shape(rows, prompts.length / rows));
      NDArray index = scope.create(role.number);
      return program.call(scope, "greedy", batch, scope.create((long) count), index).toLongArray();
    }
  }

  /** Saves weights and optimiser state, whole or not at all. */
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
    Safetensors.write(file, new Safetensors.Content(metadata, tensors), Safetensors.Precision.F32);
  }

  /** Restores what was saved, and returns what was saved with it. */
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
