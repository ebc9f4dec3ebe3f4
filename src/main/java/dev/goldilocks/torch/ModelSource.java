package dev.goldilocks.torch;

/**
 * The model program as libtorch compiles it.
 *
 * @param kernels which kernels the text ends with, and so which attributes its instance has
 * @param text TorchScript of the class {@code ModelProgram}
 */
record ModelSource(Kernels kernels, String text) {

  private static final String PROGRAM = "model_program.py";

  /** The program with the fastest kernels that the library of this process has. */
  static ModelSource ofThisLibrary() {
    return with(Kernels.ofThisLibrary());
  }

  /** The program with some kernels, whether or not this library has them. */
  static ModelSource with(Kernels kernels) {
    return new ModelSource(
        kernels, Program.source(PROGRAM) + "\n" + Program.source(kernels.resource()));
  }
}
