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
import dev.goldilocks.engine.TextGeneration;
import dev.goldilocks.engine.TextRequest;
import dev.goldilocks.engine.WrittenText;
import dev.goldilocks.hardware.MachineDescription;
import dev.goldilocks.problem.ExitCode;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
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

  private final Terminal terminal;
  private final Interruption interruption;
  private final Supplier<TextGeneration> generation;
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

  @Option(names = "--json", description = "Prints ids, text and rounds as JSON.")
  private boolean json;

  /**
   * @param generation made when a text is asked for
   * @param machine this one, described when it is asked for
   */
  GenerateCommand(
      Terminal terminal,
      Interruption interruption,
      Supplier<TextGeneration> generation,
      Supplier<MachineDescription> machine) {
    this.terminal = terminal;
    this.interruption = interruption;
    this.generation = generation;
    this.machine = machine;
  }

  @Override
  public Integer call() {
    TextRequest request = request();
    AtomicBoolean cancelled = new AtomicBoolean();
    try (Interruption.Listening _ = interruption.listen(() -> cancelled.set(true))) {
      write(request, cancelled::get);
      return ExitCode.DONE;
    } catch (CancellationException e) {
      if (!json) {
        terminal.say("");
      }
      terminal.complain("Cancelled; the text is not whole.");
      return ExitCode.CANCELLED;
    }
  }

  private void write(TextRequest request, BooleanSupplier cancelled) {
    if (json) {
      WrittenText written = generation.get().write(request, _ -> requireGoingOn(cancelled));
      terminal.document(document(written).toPrettyString() + "\n");
      return;
    }
    generation
        .get()
        .write(
            request,
            piece -> {
              requireGoingOn(cancelled);
              terminal.piece(piece);
            });
    terminal.say("");
  }

  private static void requireGoingOn(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
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
