package dev.goldilocks.bench;

import java.util.List;

/**
 * One token of a speculative text with what else could have stood there.
 *
 * @param written the token that stands there
 * @param others without repeats: the drafted tokens that were rejected there, the target's most
 *     probable token and the draft model's, as far as they are not the written one
 */
public record WrittenToken(TokenOdds written, List<TokenOdds> others) {

  public WrittenToken {
    others = List.copyOf(others);
  }
}
