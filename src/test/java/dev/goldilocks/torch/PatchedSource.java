package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

/** The model program with a place of it replaced, to see what a test does when it behaves so. */
final class PatchedSource {

  private PatchedSource() {}

  static ModelSource of(Kernels kernels, String text, String replacement) {
    ModelSource whole = ModelSource.with(kernels);
    assertThat(whole.text()).contains(text);
    return new ModelSource(kernels, whole.text().replace(text, replacement));
  }
}
