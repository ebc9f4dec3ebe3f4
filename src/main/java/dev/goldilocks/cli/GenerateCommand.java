package dev.goldilocks.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Step;
import dev.goldilocks.engine.TextRequest;
import dev.goldilocks.engine.WrittenText;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes one text. */
@Command(
    name = "generate",
    sortOptions = false,
    description = "Writes one text greedily, with or without a draft.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  goldilocks generate --target ./model --prompt 'Hello' --max-new-tokens 64",
      "  goldilocks generate --target ./large --draft ./small -k 4 --ids 1,2,3 \\",
      "      --max-new-tokens 64 --json"
    })
final class GenerateCommand implements Callable<Integer> {

  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final Terminal terminal;
  private final Interruption interruption;
  private final TextWriter writer;
  private final Supplier<MachineDescription> machine;

  @Option(
      names = "--target",
      paramLabel = "DIR",
      required = true,
      description = "Checkpoint of the target, Hugging Face layout.")
  private Path target;

  @Option(names = "--draft", paramLabel = "DIR", description = "Checkpoint of the draft.")
  private Optional<Path> draft;

  @Option(
      names = "--drafter",
      paramLabel = "D",
      description = "prompt-lookup drafts without a draft model.")
  private Optional<DrafterKind> drafter;

  @Option(
      names = {"-k", "--draft-tokens"},
      paramLabel = "K",
      description =
          "Tokens drafted a round, or heuristic, auto or 8@0.4 as in run; goes with --draft or"
              + " --drafter. Default: 4.")
  private Optional<DraftTokens> draftTokens;

  @ArgGroup(multiplicity = "1")
  private Prompt prompt;

  /** What the text follows. */
  static final class Prompt {
    @Option(names = "--prompt", paramLabel = "TEXT", required = true, description = "The prompt.")
    private Optional<String> text = Optional.empty();

    @Option(
        names = "--ids",
        paramLabel = "1,2,3",
        required = true,
        description = "The prompt as token ids.")
    private Optional<TokenIds> ids = Optional.empty();

    TextRequest.Prompt value() {
      return text.<TextRequest.Prompt>map(TextRequest.Prompt.Text::new)
          .orElseGet(() -> new TextRequest.Prompt.Ids(ids.orElseThrow().values()));
    }
  }

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      required = true,
      description = "Most tokens to write.")
  private int maxNewTokens;

  @Option(names = "--ignore-eos", description = "Writes on after an end-of-sequence token.")
  private boolean ignoreEndOfSequence;

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "Weights of both models: f32, bf16 or int8. Default: bf16.")
  private Optional<Precision> precision;

  @Option(
      names = "--json",
      description = "Prints ids, text and rounds as JSON, after Ctrl-C as far as they are.")
  private boolean json;

  /**
   * @param machine this one, described when it is asked for
   */
  GenerateCommand(
      Terminal terminal,
      Interruption interruption,
      TextWriter writer,
      Supplier<MachineDescription> machine) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.writer = writer;
    this.machine = machine;
  }

  @Override
  public Integer call() throws InterruptedException {
    TextRequest request = request();
    TextSoFar soFar = new TextSoFar(json ? _ -> {} : terminal::piece);
    CompletableFuture<WrittenText> written = new CompletableFuture<>();
    CountDownLatch over = new CountDownLatch(1);
    try (Interruption.Listening _ = interruption.listen(over::countDown)) {
      Thread.ofPlatform()
          .daemon()
          .name("writing")
          .start(
              () -> {
                complete(written, () -> writer.write(request, soFar));
                over.countDown();
              });
      over.await();
      if (written.isDone()) {
        finish(written);
        return ExitCode.DONE;
      }
      cancel(soFar.end(), written);
      return ExitCode.CANCELLED;
    }
  }

  private static void complete(CompletableFuture<WrittenText> written, Supplier<WrittenText> work) {
    try {
      written.complete(work.get());
    } catch (RuntimeException | Error e) {
      written.completeExceptionally(e);
    }
  }

  private void finish(CompletableFuture<WrittenText> written) {
    try {
      WrittenText text = written.join();
      if (json) {
        terminal.document(document(text).toPrettyString() + "\n");
      } else {
        terminal.say("");
      }
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException problem -> throw problem;
        case Error error -> throw error;
        default -> throw e;
      }
    }
  }

  /**
   * Between two steps the writing ends by itself. A long prompt is read in one call of native code,
   * which nobody has to wait for.
   */
  private void cancel(WrittenText soFar, CompletableFuture<WrittenText> written)
      throws InterruptedException {
    if (json) {
      terminal.document(document(soFar).put("cancelled", true).toPrettyString() + "\n");
    } else {
      terminal.say("");
    }
    terminal.complain("Cancelled; the text is not whole.");
    try {
      written.get(FAREWELL.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // It is over, or goes down with this process.
    }
  }

  private TextRequest request() {
    if (maxNewTokens < 1) {
      throw new ProblemException(
          "The number of new tokens is " + maxNewTokens + "; give at least 1.");
    }
    Optional<TextRequest.Draft> drafting = drafting();
    if (draftTokens.isPresent() && drafting.isEmpty()) {
      throw new ProblemException("-k is given without --draft; name the draft, or leave -k out.");
    }
    return new TextRequest(
        target,
        drafting,
        precision.orElse(RunDefaults.PRECISION),
        machine.get().physicalCores(),
        prompt.value(),
        maxNewTokens,
        ignoreEndOfSequence ? EndOfSequence.IGNORE : EndOfSequence.STOP);
  }

  private Optional<TextRequest.Draft> drafting() {
    Optional<TextRequest.Draft> model =
        draft.map(directory -> new TextRequest.Draft.Model(directory, oneValue()));
    return switch (drafter.orElse(DrafterKind.MODEL)) {
      case MODEL -> {
        if (drafter.isPresent() && model.isEmpty()) {
          throw new ProblemException("--drafter model needs a draft; name it with --draft.");
        }
        yield model;
      }
      case PROMPT_LOOKUP -> {
        if (model.isPresent()) {
          throw new ProblemException(
              "--drafter prompt-lookup has no draft model; leave --draft out.");
        }
        yield Optional.of(
            new TextRequest.Draft.Lookup(PromptLookup.USUAL.longestMatch(), oneValue()));
      }
    };
  }

  private DraftLength oneValue() {
    DraftLengths lengths =
        draftTokens
            .map(DraftTokens::lengths)
            .orElseGet(() -> DraftLengths.of(RunDefaults.DRAFT_TOKENS));
    if (lengths.values().size() > 1) {
      throw new ProblemException(
          "-k has the values "
              + lengths.label()
              + "; one text takes one number, such as 4, or one policy, such as auto.");
    }
    return lengths.values().getFirst();
  }

  private static ObjectNode document(WrittenText written) {
    ObjectNode document = new JsonMapper().createObjectNode();
    ArrayNode ids = document.putArray("ids");
    written.ids().forEach(ids::add);
    document.put("text", written.text());
    ArrayNode rounds = document.putArray("rounds");
    for (Step.Round round : written.rounds()) {
      rounds.addObject().put("drafted", round.drafted().size()).put("accepted", round.accepted());
    }
    return document;
  }
}
