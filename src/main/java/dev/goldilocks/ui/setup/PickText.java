package dev.goldilocks.ui.setup;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.ui.text.Texts;

/** Names what can be picked, and says what it is. */
final class PickText {

  private final ModelFacts facts;
  private final Texts texts;

  PickText(ModelFacts facts, Texts texts) {
    this.facts = facts;
    this.texts = texts;
  }

  /** A model's id, or what guessing without one is called. */
  String name(Pick pick) {
    return switch (pick) {
      case Pick.Model(Checkpoint model) -> model.id();
      case Pick.Lookup _ -> texts.of("setup.lookup");
    };
  }

  /** A model's facts in one line, or in a sentence how guesses come without one. */
  String facts(Pick pick) {
    return switch (pick) {
      case Pick.Model(Checkpoint model) -> facts.line(model);
      case Pick.Lookup _ -> texts.of("setup.lookup.facts");
    };
  }
}
