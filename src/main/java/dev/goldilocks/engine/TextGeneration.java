package dev.goldilocks.engine;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftPolicies;
import dev.goldilocks.bench.TextStream;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.CheckpointReader;
import dev.goldilocks.checkpoint.PairCheck;
import dev.goldilocks.decode.DecodeListener;
import dev.goldilocks.decode.Decoder;
import dev.goldilocks.decode.DraftPolicy;
import dev.goldilocks.decode.Drafter;
import dev.goldilocks.decode.Generation;
import dev.goldilocks.decode.LanguageModel;
import dev.goldilocks.decode.Limits;
import dev.goldilocks.decode.ModelDrafter;
import dev.goldilocks.decode.PlainDecoder;
import dev.goldilocks.decode.PromptLookupDrafter;
import dev.goldilocks.decode.RoundCosts;
import dev.goldilocks.decode.SpeculativeDecoder;
import dev.goldilocks.decode.Step;
import dev.goldilocks.decode.TokenChoice;
import dev.goldilocks.decode.Tokenizer;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes single texts in this process, with nothing measured. */
public final class TextGeneration {

  /** Often enough that the text is seen to grow. */
  private static final int TOKENS_PER_CALL = 4;

  private final TensorLibrary.Starter libraries;

  TextGeneration(TensorLibrary.Starter libraries) {
    this.libraries = libraries;
  }

  /** Writes with libtorch, which is loaded with the first text. */
  public static TextGeneration withLibtorch() {
    return new TextGeneration(LibtorchLibrary::start);
  }

  /**
   * Writes a text.
   *
   * @param listener hears the text as it grows; what it throws ends the writing
   * @throws ProblemException when the request or a file it names is wrong
   */
  public WrittenText write(TextRequest request, WritingListener listener) {
    Checkpoint target = CheckpointReader.read(request.target());
    Optional<Checkpoint> draft = draft(request, target);
    TensorLibrary library = libraries.start(request.threads());
    try (Tokenizer tokenizer = library.tokenizer(target)) {
      List<Integer> prompt = ids(request.prompt(), target, tokenizer);
      int context = contextLength(request, prompt);
      try (LanguageModel model = library.load(target, request.precision(), context)) {
        Writing writing = new Writing(request, prompt, target, tokenizer, listener);
        if (request.draft().isEmpty()) {
          return writing.with(new PlainDecoder(model, TOKENS_PER_CALL));
        }
        try (Drafter drafter =
            switch (request.draft().get()) {
              case TextRequest.Draft.Model _ ->
                  new ModelDrafter(library.load(draft.orElseThrow(), request.precision(), context));
              case TextRequest.Draft.Lookup lookup ->
                  new PromptLookupDrafter(lookup.longestMatch());
            }) {
          return writing.with(
              new SpeculativeDecoder(model, drafter, policy(request.draft().get().length())));
        }
      }
    }
  }

  /** With no warm-up before it; who chooses by costs learns them from the rounds of the text. */
  private static DraftPolicy policy(DraftLength length) {
    return DraftPolicies.of(length, new RoundCosts(length.most()));
  }

  /** The draft's files, when there is a draft model; they are read before anything is loaded. */
  private static Optional<Checkpoint> draft(TextRequest request, Checkpoint target) {
    return request
        .draft()
        .flatMap(
            draft ->
                switch (draft) {
                  case TextRequest.Draft.Model(Path directory, DraftLength _) -> {
                    Checkpoint checkpoint = CheckpointReader.read(directory);
                    PairCheck.require(target, checkpoint);
                    yield Optional.of(
                        checkpoint.withVocabularySize(target.config().vocabularySize()));
                  }
                  case TextRequest.Draft.Lookup _ -> Optional.empty();
                });
  }

  /** All but the decoder. */
  private record Writing(
      TextRequest request,
      List<Integer> prompt,
      Checkpoint target,
      Tokenizer tokenizer,
      WritingListener growing) {

    WrittenText with(Decoder decoder) {
      PieceListener listener = new PieceListener(new TextStream(tokenizer), growing);
      Generation generation =
          decoder.decode(array(prompt), limits(), new TokenChoice.Greedy(), listener);
      String text = tokenizer.decode(generation.ids());
      listener.end(text);
      return new WrittenText(generation.ids(), text, rounds(generation.steps()));
    }

    private Limits limits() {
      return new Limits(
          request.maxNewTokens(),
          switch (request.endOfSequence()) {
            case STOP -> target.endOfSequenceIds();
            case IGNORE -> Set.of();
          });
    }
  }

  /** Hands on what each step adds to the text. */
  private static final class PieceListener implements DecodeListener {

    private final TextStream stream;
    private final WritingListener growing;
    private int length;

    PieceListener(TextStream stream, WritingListener growing) {
      this.stream = stream;
      this.growing = growing;
    }

    @Override
    public void firstToken(int token, long prefillNanos) {
      handOn(List.of(token), Optional.empty());
    }

    @Override
    public void stepped(Step step) {
      Optional<Step.Round> round =
          switch (step) {
            case Step.Round speculative -> Optional.of(speculative);
            case Step.Plain _ -> Optional.empty();
          };
      handOn(step.emitted(), round);
    }

    /** Hands on what was held back, such as a character that will never be whole. */
    void end(String whole) {
      growing.grown(List.of(), whole.substring(Math.min(length, whole.length())), Optional.empty());
    }

    private void handOn(List<Integer> ids, Optional<Step.Round> round) {
      String piece = stream.append(ids);
      length += piece.length();
      growing.grown(ids, piece, round);
    }
  }

  private static List<Step.Round> rounds(List<Step> steps) {
    return steps.stream()
        .<Step.Round>mapMulti(
            (step, rounds) -> {
              switch (step) {
                case Step.Round round -> rounds.accept(round);
                case Step.Plain _ -> {}
              }
            })
        .toList();
  }

  private static List<Integer> ids(
      TextRequest.Prompt prompt, Checkpoint target, Tokenizer tokenizer) {
    return switch (prompt) {
      case TextRequest.Prompt.Text(String text) ->
          Arrays.stream(tokenizer.encode(text)).boxed().toList();
      case TextRequest.Prompt.Ids(List<Integer> ids) ->
          ids.stream().map(id -> known(id, target)).toList();
    };
  }

  private static int known(int id, Checkpoint target) {
    int size = target.config().vocabularySize();
    if (id < 0 || id >= size) {
      throw new ProblemException(
          "The prompt's id %d is not in the vocabulary of %s; give ids from 0 to %d."
              .formatted(Integer.toUnsignedLong(id), target.id(), size - 1));
    }
    return id;
  }

  private static int[] array(List<Integer> ids) {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Room for the prompt, the new tokens, and what a round may look ahead. */
  private static int contextLength(TextRequest request, List<Integer> prompt) {
    long lookAhead = request.draft().map(draft -> draft.length().most()).orElse(0) + 1L;
    return Math.toIntExact(
        Math.min((long) prompt.size() + request.maxNewTokens() + lookAhead, Integer.MAX_VALUE));
  }
}
