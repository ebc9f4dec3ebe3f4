package dev.goldilocks.engine;

import dev.goldilocks.decode.Step;
import java.util.List;

/**
 * A text that was written.
 *
 * @param ids its tokens
 * @param text their text
 * @param rounds its rounds in order; empty for plain decoding
 */
public record WrittenText(List<Integer> ids, String text, List<Step.Round> rounds) {

  public WrittenText {
    ids = List.copyOf(ids);
    rounds = List.copyOf(rounds);
  }
}
