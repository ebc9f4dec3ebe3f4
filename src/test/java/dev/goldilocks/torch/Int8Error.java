package dev.goldilocks.torch;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how far a model's int8 logits are from its f32 logits with three ways to keep sums of two
 * products within 16 bits: not at all, by the scales of the weights, and by seven bits for
 * activations. Takes the folder of the model and a text to read. What the kernels of this processor
 * overflow shows in the first; with {@code FBGEMM_ENABLE_INSTRUCTIONS=AVX512_E1} in the environment
 * those with VNNI multiply, which do not.
 */
public final class Int8Error {

  private static final int TOKENS = 400;
  private static final String BOUNDED =
      "torch.maximum(torch.amax(torch.abs(wide), [1], True), torch.amax(torch.abs(sums), [1],"
          + " True))";
  private static final String UNBOUNDED = "torch.amax(torch.abs(wide), [1], True)";
  private static final String EIGHT_BITS = "0.007874015748031496, 128";
  private static final String SEVEN_BITS = "0.015873015873015872, 64";

  private Int8Error() {}

  public static void main(String[] arguments) throws IOException {
    Libtorch.start(1);
    Checkpoint checkpoint = CheckpointReader.read(Path.of(arguments[0]));
    int[] ids = ids(checkpoint, Files.readString(Path.of(arguments[1])));
    ModelSource unbounded = PatchedSource.of(Kernels.PACKED, BOUNDED, UNBOUNDED);
    Map<String, ModelSource> ways = new LinkedHashMap<>();
    ways.put("weights by their largest", unbounded);
    ways.put("pairs of weights bounded", ModelSource.with(Kernels.PACKED));
    ways.put(
        "weights by their largest, activations of seven bits",
        new ModelSource(Kernels.PACKED, unbounded.text().replace(EIGHT_BITS, SEVEN_BITS)));
    float[][] expected = logits(ModelSource.with(Kernels.PACKED), checkpoint, Precision.F32, ids);
    ways.forEach(
        (way, source) -> print(way, logits(source, checkpoint, Precision.INT8, ids), expected));
  }

  private static int[] ids(Checkpoint checkpoint, String text) {
    try (Tokenizer tokenizer = HuggingFaceTokens.read(checkpoint.tokenizerFile())) {
      int[] all = tokenizer.encode(text);
      return Arrays.copyOf(all, Math.min(all.length, TOKENS));
    }
  }

  private static float[][] logits(
      ModelSource source, Checkpoint checkpoint, Precision precision, int[] ids) {
    try (LanguageModel model =
        new ModelLoader(source, ModelLoader.BLOCK_BYTES).load(checkpoint, precision, TOKENS)) {
      return model.logits(ids);
    }
  }

  private static void print(String way, float[][] actual, float[][] expected) {
    double error = 0;
    int same = 0;
    for (int i = 0; i < expected.length; i++) {
      error += Rows.relativeError(actual[i], expected[i]) / expected.length;
      same += Rows.argMax(actual[i]) == Rows.argMax(expected[i]) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: relative error %.4f, the same first choice at %d of %d positions%n",
        way,
        error,
        same,
        expected.length);
  }
}
