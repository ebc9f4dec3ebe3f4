package dev.goldilocks.engine;

import dev.goldilocks.decode.Step;
import java.util.List;
import java.util.Optional;

/** Hears a text grow. */
@FunctionalInterface
public interface WritingListener {

  /**
   * The text has grown. All that is heard, one after the other, is the whole text.
   *
   * @param ids the tokens that came; none when the text ends with what was held back
   * @param piece the text that came; empty while a character is not whole
   * @param round that wrote them; empty for the first token and for plain decoding
   * @throws java.util.concurrent.CancellationException to stop
   */
  void grown(List<Integer> ids, String piece, Optional<Step.Round> round);
}
