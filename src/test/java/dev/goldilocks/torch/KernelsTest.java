package dev.goldilocks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which kernels the model program is compiled with. */
class KernelsTest {

  /** macOS' library, for one, has none of oneDNN's operations and FBGEMM's only by name. */
  @Test
  void plainKernelsNameNothingThatABuildOfTheLibraryCanLack() {
    assertThat(Pattern.compile("ops\\.\\w+\\.\\w+").matcher(text(Kernels.PLAIN)).results())
        .extracting(match -> match.group())
        .containsOnly("ops.prim.TimePoint", "ops.prim.min");
    assertThat(text(Kernels.PLAIN)).doesNotContain("PackedParams");
  }

  @Test
  void aProgramThatNamesAnAbsentOperationDoesNotCompile() {
    Libtorch.start(1);
    assertThat(Program.compiles(inquiry("torch.relu"))).isTrue();
    assertThat(Program.compiles(inquiry("ops.mkldnn._no_such_operation"))).isFalse();
  }

  private static ModuleArchive inquiry(String operation) {
    return new ModuleArchive(
        "Inquiry",
        """
        class Inquiry(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def inquire(self: __torch__.Inquiry, x: Tensor) -> Tensor:
            return %s(x)
        """
            .formatted(operation));
  }

  private static String text(Kernels kernels) {
    return ModelSource.with(kernels).text();
  }
}
