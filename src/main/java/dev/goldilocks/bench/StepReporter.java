package dev.goldilocks.bench;

import dev.goldilocks.decode.DecodeListener;
import dev.goldilocks.decode.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells of one text's steps in events, with the text that each step added. */
final class StepReporter implements DecodeListener {

  private final int pair;
  private final Side side;
  private final TextStream text;
  private final Consumer<RunEvent> events;

  StepReporter(int pair, Side side, TextStream text, Consumer<RunEvent> events) {
    this.pair = pair;
    this.side = side;
    this.text = text;
    this.events = events;
  }

  @Override
  public void firstToken(int token, long prefillNanos) {
    events.accept(
        new RunEvent.FirstToken(pair, side, token, text.append(List.of(token)), prefillNanos));
  }

  @Override
  public void stepped(Step step) {
    events.accept(new RunEvent.Stepped(pair, side, step, pieces(step)));
  }

  private List<TextPiece> pieces(Step step) {
    List<TextPiece> pieces = new ArrayList<>();
    switch (step) {
      case Step.Plain plain -> add(pieces, TextPiece.Origin.TARGET, plain.emitted());
      case Step.Round round -> {
        // A text that ended among the accepted tokens has no token of the target's own.
        int accepted = Math.min(round.accepted(), round.emitted().size());
        List<Integer> emitted = round.emitted();
        add(pieces, TextPiece.Origin.ACCEPTED, emitted.subList(0, accepted));
        add(pieces, originOfLast(round), emitted.subList(accepted, emitted.size()));
      }
    }
    return pieces;
  }

  private void add(List<TextPiece> pieces, TextPiece.Origin origin, List<Integer> ids) {
    if (ids.isEmpty()) {
      return;
    }
    String added = text.append(ids);
    if (!added.isEmpty()) {
      pieces.add(new TextPiece(origin, added));
    }
  }

  private static TextPiece.Origin originOfLast(Step.Round round) {
    if (round.drafted().isEmpty()) {
      return TextPiece.Origin.TARGET;
    }
    return round.accepted() < round.drafted().size()
        ? TextPiece.Origin.CORRECTED
        : TextPiece.Origin.BONUS;
  }
}
