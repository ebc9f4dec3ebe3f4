package dev.goldilocks.cli;

import dev.goldilocks.decode.Step;
import dev.goldilocks.engine.WritingListener;
import dev.goldilocks.engine.WrittenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** A text as far as it is written. Safe for use by several threads. */
final class TextSoFar implements WritingListener {

  private final Consumer<String> pieces;
  private final List<Integer> ids = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Step.Round> rounds = new ArrayList<>();
  private boolean ended;

  /**
   * @param pieces hears each piece of the text
   */
  TextSoFar(Consumer<String> pieces) {
    this.pieces = pieces;
  }

  @Override
  public synchronized void grown(List<Integer> added, String piece, Optional<Step.Round> round) {
    if (ended) {
      throw new CancellationException();
    }
    ids.addAll(added);
    text.append(piece);
    round.ifPresent(rounds::add);
    pieces.accept(piece);
  }

  /** Takes in nothing more, and gives what there is. */
  synchronized WrittenText end() {
    ended = true;
    return new WrittenText(ids, text.toString(), rounds);
  }
}
