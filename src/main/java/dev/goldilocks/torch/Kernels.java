package dev.goldilocks.torch;

/**
 * Which of libtorch's kernels multiply by a model's matrices. A build of the library leaves out
 * what its platform has no use for, and TorchScript that names an absent operation does not
 * compile.
 */
enum Kernels {
  /** oneDNN's and FBGEMM's, which stream packed weights once for several tokens: x86-64. */
  PACKED("packed_kernels.py") {
    @Override
    ModuleArchive withAttributes(ModuleArchive archive) {
      return archive
          .emptyList("kernels")
          .emptyList("places")
          .emptyList("pieces")
          .emptyList("onednn")
          .emptyList("fbgemm")
          .number("fewest_rows", 1);
    }
  },
  /** Those of every build; on macOS f32 is the system's own BLAS. */
  PLAIN("plain_kernels.py") {
    @Override
    ModuleArchive withAttributes(ModuleArchive archive) {
      return archive.emptyList("matrices").emptyList("scales");
    }
  };

  private static final String NAMES_PACKED_OPERATIONS =
      """
      class Inquiry(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def packed(self: __torch__.Inquiry, x: Tensor) -> Tensor:
          return ops.mkldnn._reorder_linear_weight(x, 8)
      """;

  private final String resource;

  Kernels(String resource) {
    this.resource = resource;
  }

  /** The fastest that the library of this process has; the library is loaded. */
  static Kernels ofThisLibrary() {
    return Program.compiles(new ModuleArchive("Inquiry", NAMES_PACKED_OPERATIONS)) ? PACKED : PLAIN;
  }

  /** Text of their methods, on the class path beside this class. */
  String resource() {
    return resource;
  }

  /** Gives the program's instance the attributes that these kernels keep their matrices in. */
  abstract ModuleArchive withAttributes(ModuleArchive archive);
}
