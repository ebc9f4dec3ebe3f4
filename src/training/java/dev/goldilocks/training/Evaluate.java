package dev.goldilocks.training;

import ai.djl.MalformedModelException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Measures greedy acceptance of a checkpoint on prompts, and shows what both models write. */
final class Evaluate {
  private static final int NEW_TOKENS = 128;
  private static final int MOST_DRAFT_TOKENS = 8;
  private static final int REPORTED = 4;

  private Evaluate() {}

  static void run(Workspace workspace, Path program, Path prompts)
      throws IOException, MalformedModelException {
    Acceptance[] pooled = new Acceptance[MOST_DRAFT_TOKENS + 1];
    Arrays.fill(pooled, Acceptance.NONE);
    Map<String, Acceptance> byCategory = new TreeMap<>();
    try (Pair pair = Pair.create(PairShape.SHIPPED, program, workspace.program());
        HuggingFaceTokenizer tokenizer = TokenizerFile.open(workspace.tokenizer())) {
      System.out.println("parameters: " + pair.parameters());
      System.out.println("checkpoint: " + pair.restore(workspace.checkpoint()));
      System.out.println("held out: " + HeldOut.read(workspace).evaluate(pair));
      for (String line : Files.readAllLines(prompts)) {
        JsonNode prompt = new ObjectMapper().readTree(line);
        String text = prompt.get("turns").get(0).asText();
        long[] ids = tokenizer.encode(text).getIds();
        long[] output = pair.greedy(ids, 1, NEW_TOKENS, Pair.Role.TARGET);
        boolean[] agrees = agreement(pair, ids, output);
        for (int k = 1; k <= MOST_DRAFT_TOKENS; k++) {
          pooled[k] = pooled[k].plus(Acceptance.of(agrees, k));
        }
        String category = prompt.get("category").asText();
        byCategory.merge(category, Acceptance.of(agrees, REPORTED), Acceptance::plus);
        System.out.printf(
            "--- %s %s%n%s%n>>> target%n%s%n>>> draft%n%s%n",
            prompt.get("question_id"),
            category,
            text,
            tokenizer.decode(output, false),
            tokenizer.decode(pair.greedy(ids, 1, NEW_TOKENS, Pair.Role.DRAFT), false));
      }
    }
    byCategory.forEach((category, sum) -> print(category, REPORTED, sum));
    for (int k = 1; k <= MOST_DRAFT_TOKENS; k++) {
      print("all", k, pooled[k]);
    }
  }

  private static boolean[] agreement(Pair pair, long[] prompt, long[] output) {
    long[] all = new long[prompt.length + output.length];
    System.arraycopy(prompt, 0, all, 0, prompt.length);
    System.arraycopy(output, 0, all, prompt.length, output.length);
    long[] choices = pair.choices(all, Pair.Role.DRAFT);
    boolean[] agrees = new boolean[output.length - 1];
    for (int i = 0; i < agrees.length; i++) {
      agrees[i] = choices[prompt.length + i] == output[i + 1];
    }
    return agrees;
  }

  private static void print(String name, int draftTokens, Acceptance sum) {
    System.out.printf(
        "%-10s K=%d acceptance %.3f (%d of %d), mean acceptance length %.2f%n",
        name, draftTokens, sum.rate(), sum.accepted(), sum.drafted(), sum.meanLength());
  }
}
