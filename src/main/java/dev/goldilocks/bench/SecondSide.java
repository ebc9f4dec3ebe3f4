package dev.goldilocks.bench;

import dev.goldilocks.decode.LanguageModel;

/** What is measured against the target alone. */
public sealed interface SecondSide {

  /**
   * The target with a draft model.
   *
   * @param draft the model that guesses
   */
  record DraftModel(LanguageModel draft) implements SecondSide {}

  /**
   * The target with tokens looked up in prompt and text.
   *
   * @param longestMatch most tokens of the text's end that are looked for, at least 1
   */
  record LookedUp(int longestMatch) implements SecondSide {}

  /**
   * The target alone once more (an A/A run): both sides are equal, so that whatever differs is the
   * measurement's own doing.
   */
  record Baseline() implements SecondSide {}
}
