package dev.goldilocks.torch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints what the products of a pass take by themselves with the kernels that can multiply int8:
 * all matrices of Qwen2-0.5B, random, one after the other, for different numbers of rows, beside
 * the time in which the memory could be read. Takes the number of threads (1 unless told). {@code
 * FBGEMM_ENABLE_INSTRUCTIONS} in the environment says which of FBGEMM's kernels are meant: {@code
 * AVX512} those without VNNI, {@code AVX512_E1} those with it. A program, not a test: it is for a
 * quiet machine.
 */
public final class Int8Products {

  private static final int LAYERS = 24;
  private static final int[][] LAYER = {{1152, 896}, {896, 896}, {9728, 896}, {896, 4864}};
  private static final int[] HEAD = {151936, 896};
  private static final List<Integer> ROWS = List.of(1, 2, 4, 5, 8, 16, 256);
  private static final int WARM_UPS = 3;
  private static final int REPEATS = 31;

  private static final String PROGRAM =
      """
      class Products(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        fbgemm : List[__torch__.torch.classes.quantized.LinearPackedParamsBase]
        onednn : List[Tensor]
        scales : List[Tensor]
        zeros : List[Tensor]
        # of each matrix, its columns
        columns : List[int]
        # kept, so that no product is found to be unused
        newest : List[Tensor]

        def add(self: __torch__.Products, rows: int, columns: int, library: int) -> int:
          weights = torch.randint(-60, 60, [rows, columns], dtype=1)
          if library == 0:
            scale = torch.full([rows], 0.01, dtype=7)
            matrix = torch._make_per_channel_quantized_tensor(weights, scale, torch.zeros([rows], dtype=4), 0)
            self.fbgemm.append(ops.quantized.linear_prepack(matrix, None))
          else:
            self.onednn.append(ops.onednn.qlinear_prepack(weights, [8, columns]))
            self.scales.append(torch.full([rows], 0.01, dtype=6))
            self.zeros.append(torch.zeros([rows], dtype=4))
          self.columns.append(columns)
          self.newest = [torch.zeros([1])]
          return 0

        # nanoseconds
        def multiply(self: __torch__.Products, rows: int) -> int:
          floats = torch.rand([rows, 4864])
          codes = torch.randint(0, 255, [rows, 4864], dtype=0)
          narrow_floats = torch.contiguous(torch.slice(floats, 1, 0, 896))
          narrow_codes = torch.contiguous(torch.slice(codes, 1, 0, 896))
          newest = self.newest
          since = ops.prim.TimePoint()
          for i in range(len(self.fbgemm)):
            if self.columns[i] == 896:
              newest[0] = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(narrow_floats, 0.0078, 128, self.fbgemm[i])
            else:
              newest[0] = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(floats, 0.0078, 128, self.fbgemm[i])
          for i in range(len(self.onednn)):
            if self.columns[i] == 896:
              x = narrow_codes
            else:
              x = codes
            newest[0] = ops.onednn.qlinear_pointwise(x, 1., 128, self.onednn[i], self.scales[i], self.zeros[i], None, 1., 0, 6, "none", annotate(List[Optional[number]], []), "none")
          return ops.prim.TimePoint() - since
      """;

  private Int8Products() {}

  public static void main(String[] arguments) {
    int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    Libtorch libtorch = Libtorch.start(threads);
    for (String library : List.of("FBGEMM", "oneDNN")) {
      try (Program program = program(library)) {
        double bytesPerSecond = libtorch.readBytesPerSecond();
        System.out.printf(
            Locale.ROOT,
            "%s, %d threads, memory %.1f GB/s, read in %.1f ms;",
            library,
            threads,
            bytesPerSecond / 1e9,
            1e3 * bytes() / bytesPerSecond);
        for (int rows : ROWS) {
          System.out.printf(Locale.ROOT, "  T = %d: %.1f ms", rows, medianMillis(program, rows));
        }
        System.out.println();
      }
    }
  }

  private static Program program(String library) {
    ModuleArchive archive = new ModuleArchive("Products", PROGRAM);
    for (String list : List.of("fbgemm", "onednn", "scales", "zeros", "columns", "newest")) {
      archive.emptyList(list);
    }
    Program program = Program.compile(archive);
    for (int layer = 0; layer < LAYERS; layer++) {
      for (int[] shape : LAYER) {
        add(program, shape, library);
      }
    }
    add(program, HEAD, library);
    return program;
  }

  private static void add(Program program, int[] shape, String library) {
    try (Arguments matrix =
        new Arguments()
            .number(shape[0])
            .number(shape[1])
            .number(library.equals("FBGEMM") ? 0 : 1)) {
      program.run("add", matrix);
    }
  }

  private static long bytes() {
    long layer = Arrays.stream(LAYER).mapToLong(shape -> (long) shape[0] * shape[1]).sum();
    return LAYERS * layer + (long) HEAD[0] * HEAD[1];
  }

  private static double medianMillis(Program program, int rows) {
    long[] nanos = new long[REPEATS];
    for (int i = -WARM_UPS; i < REPEATS; i++) {
      try (Arguments arguments = new Arguments().number(rows)) {
        long taken = program.number("multiply", arguments);
        if (i >= 0) {
          nanos[i] = taken;
        }
      }
    }
    Arrays.sort(nanos);
    return nanos[REPEATS / 2] / 1e6;
  }
}
