# Kernels that every libtorch has, for those without oneDNN and FBGEMM, as on macOS. Methods and
# attributes of ModelProgram; model_program.py says what the letters in shapes mean.

  # in f32, bf16, or int8 with the scales of its rows, f32 [m], in the same place of the second list
  matrices : List[Tensor]
  scales : List[Tensor]

  # The scale of each row of f32 [m, n], [m, 1]: symmetric, so that zero stays zero.
  def weight_scale(self: __torch__.ModelProgram, wide: Tensor) -> Tensor:
    return torch.div(torch.amax(torch.abs(wide), [1], True), 127.)

  def staged_type(self: __torch__.ModelProgram) -> int:
    if self.precision == 1:
      kind = 15
    else:
      kind = 6
    return kind

  # Keeps what is staged as the next matrix. The product with int8 takes whole blocks of 32 columns;
  # what is no multiple of that is multiplied in f32.
  def keep(self: __torch__.ModelProgram, bias: Optional[Tensor]) -> None:
    matrix = self.staged[0]
    kept = bias
    if self.precision == 2:
      scale = self.staged[1]
      self.scales.append(torch.flatten(scale))
      if matrix.size(1) % 32 != 0:
        matrix = torch.mul(torch.to(matrix, 6), scale)
      else:
        pass
    else:
      if bias is not None:
        kept = torch.to(bias, matrix.dtype)
      else:
        pass
    self.matrices.append(matrix)
    self.biases.append(kept)

  # x [t, n] times a matrix, bias added, [t, m]; bf16 for a bf16 matrix.
  def product(self: __torch__.ModelProgram, i: int, x: Tensor) -> Tensor:
    matrix = self.matrices[i]
    if matrix.dtype == 1:
      y = torch._weight_int8pack_mm(torch.contiguous(torch.to(x, 6)), matrix, self.scales[i])
      bias = self.biases[i]
      if bias is not None:
        y = torch.add_(y, bias)
      else:
        pass
    else:
      y = torch.linear(torch.to(x, matrix.dtype), matrix, self.biases[i])
    return y

  # Adds the product to the stream in place.
  def add_product(self: __torch__.ModelProgram, i: int, x: Tensor, stream: Tensor) -> None:
    torch.add_(stream, self.product(i, x))
