package dev.goldilocks.decode;

import java.util.ArrayList;
import java.util.List;

/** The new tokens of one text while it is written. */
final class GrowingText {

  private final Limits limits;
  private final List<Integer> ids = new ArrayList<>();

  GrowingText(int first, Limits limits) {
    this.limits = limits;
    ids.add(first);
  }

  int last() {
    return ids.getLast();
  }

  /** Tokens that may still be written. */
  int remaining() {
    return limits.maxNewTokens() - ids.size();
  }

  boolean finished() {
    return remaining() == 0 || limits.stopIds().contains(last());
  }

  /** Adds tokens, up to the first stop id among them, and returns those that were added. */
  List<Integer> append(List<Integer> chosen) {
    List<Integer> emitted = chosen;
    for (int i = 0; i < chosen.size(); i++) {
      if (limits.stopIds().contains(chosen.get(i))) {
        emitted = chosen.subList(0, i + 1);
        break;
      }
    }
    ids.addAll(emitted);
    return emitted;
  }

  List<Integer> ids() {
    return ids;
  }
}
