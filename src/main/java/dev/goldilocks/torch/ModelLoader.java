package dev.goldilocks.torch;

import ai.djl.pytorch.engine.PtNDArray;
import dev.goldilocks.checkpoint.AttentionBias;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.MappedTensor;
import dev.goldilocks.checkpoint.MappedWeights;
import dev.goldilocks.checkpoint.ModelConfig;
import dev.goldilocks.checkpoint.RowBlock;
import dev.goldilocks.checkpoint.TensorEntry;
import dev.goldilocks.checkpoint.TensorType;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import java.util.List;

/**
 * Makes a language model of a checkpoint: the model program with the checkpoint's shape as its
 * attributes, and the weights handed over tensor by tensor in blocks of rows. A matrix is converted
 * and packed before the next is mapped, and the heap then gives back what that took, so that memory
 * peaks at the loaded size plus about one matrix.
 */
final class ModelLoader {

  /** Bytes mapped and converted at once. */
  static final long BLOCK_BYTES = 4L << 20;

  private final ModelSource source;
  private final long blockBytes;

  /**
   * @param source the model program
   * @param blockBytes most bytes handed over at once, at least one row's, under 2^31
   */
  ModelLoader(ModelSource source, long blockBytes) {
    this.source = source;
    this.blockBytes = blockBytes;
  }

  /**
   * Loads a checkpoint.
   *
   * @param contextLength positions to make room for; the checkpoint's longest context when that is
   *     less
   */
  LanguageModel load(Checkpoint checkpoint, Precision precision, int contextLength) {
    ModelConfig config = checkpoint.config();
    int positions = Math.min(contextLength, config.maxPositions());
    Program program = compile(config, precision);
    try {
      new Loading(
              program,
              checkpoint,
              precision,
              new MappedWeights(checkpoint),
              new NativeHeap(),
              blockBytes)
          .run(positions);
      return new TorchLanguageModel(
          program, checkpoint.id(), precision, config.vocabularySize(), positions);
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
  }

  /** The model program in a shape, with no weights yet. */
  Program compile(ModelConfig config, Precision precision) {
    return Program.compile(archive(config, precision));
  }

  private ModuleArchive archive(ModelConfig config, Precision precision) {
    ModuleArchive shape =
        new ModuleArchive("ModelProgram", source.text())
            .number("hidden_size", config.hiddenSize())
            .number("intermediate_size", config.intermediateSize())
            .number("layers", config.layers())
            .number("query_heads", config.attentionHeads())
            .number("key_value_heads", config.keyValueHeads())
            .number("head_dimension", config.headDimension())
            .number("vocabulary_size", config.vocabularySize())
            .real("epsilon", config.rmsNormEpsilon())
            .number("precision", code(precision))
            .emptyList("embedding")
            .emptyList("gains")
            .emptyList("biases")
            .number("block", 1)
            .emptyList("rotations")
            .emptyList("slots")
            .emptyList("keys")
            .emptyList("values")
            .emptyList("staged")
            .emptyList("staged_bias");
    return source.kernels().withAttributes(shape);
  }

  private static int code(Precision precision) {
    return switch (precision) {
      case F32 -> 0;
      case BF16 -> 1;
      case INT8 -> 2;
    };
  }

  /** One checkpoint being loaded. */
  private record Loading(
      Program program,
      Checkpoint checkpoint,
      Precision precision,
      MappedWeights weights,
      NativeHeap heap,
      long blockBytes) {

    private static final String EMBEDDING = "model.embed_tokens.weight";

    void run(int positions) {
      ModelConfig config = checkpoint.config();
      double[] frequencies = RotaryFrequencies.of(config.rope(), config.headDimension());
      try (Arguments arguments = new Arguments().number(positions).reals(frequencies)) {
        program.run("configure", arguments);
      }
      embedding();
      // The largest matrix first, while little lies beside the two copies that packing it takes.
      matrix(List.of(head()), List.of(), 0);
      for (int layer = 0; layer < config.layers(); layer++) {
        layer("model.layers." + layer + ".");
      }
      gain("model.norm.weight");
    }

    private String head() {
      return switch (checkpoint.config().embeddings()) {
        case TIED -> EMBEDDING;
        case SEPARATE -> "lm_head.weight";
      };
    }

    private void layer(String prefix) {
      ModelConfig config = checkpoint.config();
      String attention = prefix + "self_attn.";
      gain(prefix + "input_layernorm.weight");
      matrix(
          List.of(
              attention + "q_proj.weight",
              attention + "k_proj.weight",
              attention + "v_proj.weight"),
          config.attentionBias() == AttentionBias.NONE
              ? List.of()
              : List.of(
                  attention + "q_proj.bias", attention + "k_proj.bias", attention + "v_proj.bias"),
          config.attentionHeads() + config.keyValueHeads());
      matrix(
          List.of(attention + "o_proj.weight"),
          config.attentionBias() == AttentionBias.ALL
              ? List.of(attention + "o_proj.bias")
              : List.of(),
          0);
      gain(prefix + "post_attention_layernorm.weight");
      matrix(List.of(prefix + "mlp.gate_proj.weight", prefix + "mlp.up_proj.weight"), List.of(), 0);
      matrix(List.of(prefix + "mlp.down_proj.weight"), List.of(), 0);
    }

    private void embedding() {
      try (MappedTensor tensor = weights.map(EMBEDDING)) {
        try (Arguments arguments = new Arguments().number(scalarType(tensor.entry().type()))) {
          program.run("stage_embedding", arguments);
        }
        fill("fill_embedding", tensor, 0);
      }
    }

    private void gain(String name) {
      try (MappedTensor tensor = weights.map(name);
          PtNDArray raw = program.bytes(tensor.segment());
          Arguments arguments =
              new Arguments().tensor(raw).number(scalarType(tensor.entry().type()))) {
        program.run("add_gain", arguments);
      }
    }

    /** Stacks matrices that read the same input into one, with their biases, and packs it. */
    private void matrix(List<String> names, List<String> biases, int rotaryHeads) {
      long columns = entry(names.getFirst()).shape().getLast();
      try (Arguments arguments = new Arguments().number(rows(names)).number(columns)) {
        program.run("stage", arguments);
      }
      fillAll("fill", names);
      if (!biases.isEmpty()) {
        try (Arguments arguments = new Arguments().number(rows(biases))) {
          program.run("stage_bias", arguments);
        }
        fillAll("fill_bias", biases);
      }
      // What converting the blocks left would lie beside the copies that packing takes.
      heap.trim();
      try (Arguments arguments = new Arguments().number(rotaryHeads)) {
        program.run("pack", arguments);
      }
      heap.trim();
    }

    private void fillAll(String method, List<String> names) {
      long row = 0;
      for (String name : names) {
        try (MappedTensor tensor = weights.map(name)) {
          fill(method, tensor, row);
          row += rows(name);
        }
      }
    }

    private void fill(String method, MappedTensor tensor, long firstRow) {
      int type = scalarType(tensor.entry().type());
      for (RowBlock block : tensor.blocks(blockBytes, rows(tensor.entry().name()))) {
        try (PtNDArray raw = program.bytes(block.bytes());
            Arguments arguments =
                new Arguments().tensor(raw).number(type).number(firstRow + block.firstRow())) {
          program.run(method, arguments);
        }
        block.bytes().unload();
      }
    }

    private long rows(List<String> names) {
      return names.stream().mapToLong(this::rows).sum();
    }

    /** Of a vocabulary as many as are asked for, which can differ from those in the file. */
    private long rows(String name) {
      return name.equals(EMBEDDING) || name.equals(head())
          ? checkpoint.config().vocabularySize()
          : entry(name).shape().getFirst();
    }

    private TensorEntry entry(String name) {
      return checkpoint.tensors().get(name);
    }

    private static int scalarType(TensorType type) {
      return switch (type) {
        case F16 -> 5;
        case F32 -> 6;
        case BF16 -> 15;
      };
    }
  }
}
