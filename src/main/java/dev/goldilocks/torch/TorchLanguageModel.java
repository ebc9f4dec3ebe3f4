package dev.goldilocks.torch;

import ai.djl.pytorch.jni.IValue;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Proposal;
import dev.goldilocks.decode.ProposedTokens;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.StoppingRule;
import dev.goldilocks.decode.TokenChoice;
import dev.goldilocks.decode.TokenProbabilities;
import dev.goldilocks.decode.Verification;
import dev.goldilocks.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A decoder that runs as a TorchScript program; every step is one call into it. */
final class TorchLanguageModel implements LanguageModel {

  /** Tokens read in one pass of a prefill; bounds the memory of a pass, not the prompt. */
  private static final int PREFILL_CHUNK = 256;

  /** Logits that a report has alive at once: 8 MiB. */
  private static final int REPORTED_LOGITS = 1 << 21;

  /** Tokens that a report reads in one pass at most. */
  private static final int REPORTED_TOKENS = 64;

  private final Program program;
  private final String modelId;
  private final Precision precision;
  private final int vocabularySize;
  private final int contextLength;
  private int length;

  /**
   * @param program the model program with its weights loaded
   * @param modelId what to call the model before people
   * @param precision format of its matrices
   * @param contextLength positions its cache holds
   */
  TorchLanguageModel(
      Program program, String modelId, Precision precision, int vocabularySize, int contextLength) {
    this.program = program;
    this.modelId = modelId;
    this.precision = precision;
    this.vocabularySize = vocabularySize;
    this.contextLength = contextLength;
  }

  @Override
  public int vocabularySize() {
    return vocabularySize;
  }

  @Override
  public int contextLength() {
    return contextLength;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void rollBack(int length) {
    if (length < 0 || length > this.length) {
      throw new IllegalArgumentException(
          "cannot roll back to " + length + " from " + this.length + " positions");
    }
    this.length = length;
  }

  @Override
  public int prefill(int[] prompt, TokenChoice choice) {
    length = 0;
    checkIds(prompt);
    checkRoom(prompt.length);
    try (Arguments arguments = new Arguments().numbers(prompt).number(PREFILL_CHUNK)) {
      int first =
          switch (choice) {
            case TokenChoice.Greedy _ -> (int) program.number("prefill_greedy", arguments);
            case TokenChoice.Sampled sampled ->
                (int) program.number("prefill_sampled", with(arguments, sampled, 1));
          };
      if (first < 0) {
        throw notNumbers();
      }
      length = prompt.length;
      return first;
    }
  }

  private ProblemException notNumbers() {
    String sentence = modelId + " computes NaN or infinity instead of logits, most likely because";
    return new ProblemException(
        sentence
            + switch (precision) {
              case F32 -> " its weights are damaged; download the checkpoint again.";
              case BF16, INT8 ->
                  " its weights are damaged or overflow in %s; take f32, and where that fails alike download the checkpoint again."
                      .formatted(precision.label());
            });
  }

  @Override
  public int[] extend(int token, int count, TokenChoice choice, Set<Integer> stopIds) {
    checkIds(token);
    checkCount(count);
    checkRoom(count);
    int[] stops = stopIds.stream().mapToInt(Integer::intValue).toArray();
    try (Arguments arguments =
        new Arguments().number(token).number(length).number(count).numbers(stops)) {
      int[] written =
          ids(
              switch (choice) {
                case TokenChoice.Greedy _ -> program.numbers("extend_greedy", arguments);
                case TokenChoice.Sampled sampled ->
                    program.numbers("extend_sampled", with(arguments, sampled, count));
              });
      length += written.length;
      return written;
    }
  }

  @Override
  public Proposal draft(int[] pending, int count, StoppingRule stopping, TokenChoice choice) {
    checkIds(pending);
    checkCount(count);
    checkRoom(pending.length + count - 1);
    try (Arguments arguments = new Arguments().numbers(pending).number(length).number(count)) {
      DeviceProposal proposal =
          switch (stopping) {
            case StoppingRule.AtCount _ ->
                new DeviceProposal(draft(arguments, count, choice), count, List.of());
            case StoppingRule.BySurvival rule ->
                confident(draftWhileLikely(with(arguments, rule), count, choice));
          };
      length += pending.length + proposal.count() - 1;
      return proposal;
    }
  }

  private IValue draft(Arguments arguments, int count, TokenChoice choice) {
    return switch (choice) {
      case TokenChoice.Greedy _ -> program.call("draft_greedy", arguments);
      case TokenChoice.Sampled sampled ->
          program.call("draft_sampled", with(arguments, sampled, count));
    };
  }

  /** Adds what a method that stops by survival takes. */
  private static Arguments with(Arguments arguments, StoppingRule.BySurvival rule) {
    return arguments.reals(rule.edges()).reals(rule.acceptance()).reals(rule.floors());
  }

  private DeviceProposal confident(IValue drafted) {
    try (Arguments arguments = new Arguments().result(drafted)) {
      List<Double> confidences =
          Arrays.stream(program.doubles("confidences", arguments)).boxed().toList();
      return new DeviceProposal(drafted, confidences.size(), confidences);
    }
  }

  private IValue draftWhileLikely(Arguments arguments, int count, TokenChoice choice) {
    return switch (choice) {
      case TokenChoice.Greedy _ -> program.call("draft_greedy_while_likely", arguments);
      case TokenChoice.Sampled sampled ->
          program.call("draft_sampled_while_likely", with(arguments, sampled, count));
    };
  }

  @Override
  public Verification verify(int last, Proposal proposal, TokenChoice choice) {
    checkIds(last);
    checkCount(proposal.count());
    checkRoom(proposal.count() + 1);
    return switch (proposal) {
      case DeviceProposal drafted -> verify(last, drafted, choice);
      case ProposedTokens certain -> {
        try (DeviceProposal drafted = onDevice(certain)) {
          yield verify(last, drafted, choice);
        }
      }
      default -> throw new IllegalArgumentException("not a proposal of libtorch: " + proposal);
    };
  }

  private Verification verify(int last, DeviceProposal proposal, TokenChoice choice) {
    try (Arguments arguments =
        new Arguments().number(last).number(length).result(proposal.value())) {
      long start = System.nanoTime();
      long[] decision =
          switch (choice) {
            case TokenChoice.Greedy _ -> program.numbers("verify_greedy", arguments);
            case TokenChoice.Sampled sampled ->
                program.numbers("verify_sampled", with(arguments, sampled, proposal.count() + 1));
          };
      OptionalLong acceptanceNanos = within(System.nanoTime() - start, decision[0]);
      int[] ids = ids(Arrays.copyOfRange(decision, 1, decision.length));
      int accepted = ids[0];
      length += accepted + 1;
      List<Integer> drafted = Arrays.stream(ids).skip(2).boxed().toList();
      return new Verification(drafted, accepted, ids[1], acceptanceNanos);
    }
  }

  /** The program's clock may be set while it runs; a time that cannot be is not known. */
  private static OptionalLong within(long callNanos, long nanos) {
    return nanos >= 0 && nanos <= callNanos ? OptionalLong.of(nanos) : OptionalLong.empty();
  }

  private static int[] ids(long[] numbers) {
    return Arrays.stream(numbers).mapToInt(Math::toIntExact).toArray();
  }

  private DeviceProposal onDevice(ProposedTokens certain) {
    int[] ids = certain.tokens().stream().mapToInt(Integer::intValue).toArray();
    checkIds(ids);
    try (Arguments arguments = new Arguments().numbers(ids)) {
      return new DeviceProposal(
          program.call("certain", arguments), ids.length, certain.confidences());
    }
  }

  @Override
  public float[][] logits(int[] tokens) {
    checkIds(tokens);
    checkRoom(tokens.length);
    try (Arguments arguments = new Arguments().numbers(tokens).number(length)) {
      float[] flat = program.floats("logits", arguments);
      length += tokens.length;
      return IntStream.range(0, tokens.length)
          .mapToObj(i -> Arrays.copyOfRange(flat, i * vocabularySize, (i + 1) * vocabularySize))
          .toArray(float[][]::new);
    }
  }

  @Override
  public List<TokenProbabilities> probabilities(
      int[] prompt, int[] text, int[][] candidates, Sampling sampling) {
    checkIds(prompt);
    checkIds(text);
    if (candidates.length != text.length) {
      throw new IllegalArgumentException(
          candidates.length + " rows of candidates for " + text.length + " tokens");
    }
    if (prompt.length == 1) {
      rollBack(0);
    } else {
      prefill(Arrays.copyOf(prompt, prompt.length - 1), new TokenChoice.Greedy());
    }
    int[] before = new int[text.length];
    before[0] = prompt[prompt.length - 1];
    System.arraycopy(text, 0, before, 1, text.length - 1);
    int block = Math.clamp(REPORTED_LOGITS / vocabularySize, 1, REPORTED_TOKENS);
    List<TokenProbabilities> all = new ArrayList<>(text.length);
    for (int start = 0; start < text.length; start += block) {
      int end = Math.min(start + block, text.length);
      all.addAll(
          probabilitiesAfter(
              Arrays.copyOfRange(before, start, end),
              Arrays.copyOfRange(candidates, start, end),
              sampling));
    }
    return all;
  }

  private List<TokenProbabilities> probabilitiesAfter(
      int[] tokens, int[][] candidates, Sampling sampling) {
    int each = candidates[0].length;
    int[] asked = Arrays.stream(candidates).flatMapToInt(Arrays::stream).toArray();
    checkIds(asked);
    if (asked.length != tokens.length * each) {
      throw new IllegalArgumentException("rows of candidates differ in length");
    }
    checkRoom(tokens.length);
    try (Arguments arguments =
        new Arguments()
            .numbers(tokens)
            .number(length)
            .numbers(asked)
            .real(sampling.isGreedy() ? 1 : sampling.temperature())
            .number(sampling.isGreedy() ? 0 : sampling.topK())
            .real(sampling.isGreedy() ? 1 : sampling.topP())) {
      double[] flat = program.doubles("probabilities", arguments);
      length += tokens.length;
      int columns = each + 2;
      return IntStream.range(0, tokens.length)
          .mapToObj(row -> Arrays.copyOfRange(flat, row * columns, (row + 1) * columns))
          .map(TorchLanguageModel::probabilities)
          .toList();
    }
  }

  /** Of a row with the candidates' probabilities, then the best one's, then its id. */
  private static TokenProbabilities probabilities(double[] row) {
    int each = row.length - 2;
    return new TokenProbabilities(
        Arrays.stream(row, 0, each).boxed().toList(), (int) row[each + 1], row[each]);
  }

  /** Adds what a sampled method takes: the filters, then the uniform numbers it will use. */
  private static Arguments with(Arguments arguments, TokenChoice.Sampled choice, int draws) {
    Sampling sampling = choice.sampling();
    RandomGenerator uniforms = choice.uniforms();
    return arguments
        .real(sampling.temperature())
        .number(sampling.topK())
        .real(sampling.topP())
        .reals(uniforms.doubles(draws).toArray());
  }

  private void checkIds(int... ids) {
    if (ids.length == 0) {
      throw new IllegalArgumentException("no tokens");
    }
    for (int id : ids) {
      if (id < 0 || id >= vocabularySize) {
        throw new IllegalArgumentException("token " + id + " of " + vocabularySize);
      }
    }
  }

  private static void checkCount(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count " + count);
    }
  }

  private void checkRoom(int positions) {
    if (positions > contextLength - length) {
      throw new IllegalArgumentException(
          "%d more positions after %d do not fit a context of %d"
              .formatted(positions, length, contextLength));
    }
  }

  @Override
  public void close() {
    program.close();
    // Pieces of matrices are small enough that the heap would keep them.
    new NativeHeap().trim();
  }
}
