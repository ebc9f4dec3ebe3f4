package dev.goldilocks.bench;

import java.util.Collection;

/** How the weights of a model came to be. */
public enum Weights {
  /** Trained, as far as is known. */
  TRAINED,
  /** Drawn at random: the times of its passes are real, its text and what is accepted are not. */
  RANDOM;

  /** Of models that work together: random as soon as those of one are. */
  static Weights of(Collection<ModelDescription> models) {
    return models.stream().anyMatch(model -> model.weights() == RANDOM) ? RANDOM : TRAINED;
  }
}
