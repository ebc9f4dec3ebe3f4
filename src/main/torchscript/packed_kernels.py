# The kernels of libtorch for x86-64: oneDNN's for packed f32 and bf16 matrices, FBGEMM's for int8 and
# f16. Methods and attributes of ModelProgram; model_program.py says what the letters in shapes mean.

  # Which kernel multiplies by each matrix (0 oneDNN, 1 FBGEMM int8, 2 FBGEMM f16), and where the
  # matrix lies in the list of that kernel's library: in f16 so many pieces of it from there on.
  kernels : List[int]
  places : List[int]
  pieces : List[int]
  onednn : List[Tensor]
  fbgemm : List[__torch__.torch.classes.quantized.LinearPackedParamsBase]
  # rows that a product with oneDNN has at least
  fewest_rows : int

  # The scale of each row of f32 [m, n], [m, 1]: symmetric, so that zero stays zero. FBGEMM's kernels
  # without VNNI add the products of two neighbours in 16 bits. Activations go up to 255, so that the
  # sum of two neighbouring weights may be 128: here it is 127 at most, and rounding adds 1 at most.
  # The rule holds for all kernels, so that all processors compute the same.
  def weight_scale(self: __torch__.ModelProgram, wide: Tensor) -> Tensor:
    even = torch.constant_pad_nd(wide, [0, wide.size(1) % 2])
    sums = torch.sum(torch.view(even, [wide.size(0), -1, 2]), [2])
    largest = torch.maximum(torch.amax(torch.abs(wide), [1], True), torch.amax(torch.abs(sums), [1], True))
    return torch.div(largest, 127.)

  def staged_type(self: __torch__.ModelProgram) -> int:
    if self.precision == 1:
      kind = 15
    else:
      kind = 6
    return kind

  # The kernel for what is staged. oneDNN streams a large bf16 matrix once for many rows, but each of
  # its calls costs 8 us more than FBGEMM's, it rounds activations to bf16, and it has no bf16 for
  # processors without AVX-512 or AVX-NE-CONVERT. There, and where they are small, matrices are kept in
  # f16, which holds a bf16 weight exactly from 2^-17 to 2^16 and to 2^-25 below.
  def kernel(self: __torch__.ModelProgram) -> int:
    chosen = 0
    if self.precision == 2:
      chosen = 1
    else:
      if torch.__and__(self.precision == 1, torch.__or__(self.staged[0].numel() < 500000, torch.__not__(self.multiplies_bf16()))):
        if bool(torch.lt(torch.amax(torch.abs(self.staged[0])), 65000.)):
          chosen = 2
        else:
          pass
      else:
        pass
    return chosen

  def multiplies_bf16(self: __torch__.ModelProgram) -> bool:
    return ops.mkldnn._is_mkldnn_bf16_supported()

  # Packs what is staged as the next matrix.
  def keep(self: __torch__.ModelProgram, bias: Optional[Tensor]) -> None:
    kernel = self.kernel()
    kept = bias
    if kernel == 0:
      matrix = self.staged[0]
      # What neither library multiplies in two bytes is multiplied in four.
      if torch.__and__(self.precision == 1, torch.__not__(self.multiplies_bf16())):
        matrix = torch.to(matrix, 6)
      else:
        pass
      self.places.append(len(self.onednn))
      if matrix.numel() < 500000:
        pass
      else:
        self.fewest_rows = 4
      self.onednn.append(ops.mkldnn._reorder_linear_weight(matrix, 8))
      if bias is not None:
        kept = torch.to(bias, matrix.dtype)
      else:
        pass
    else:
      self.places.append(len(self.fbgemm))
      if kernel == 1:
        scale = torch.to(torch.flatten(self.staged[1]), 7)
        zero = torch.zeros([scale.size(0)], dtype=4)
        matrix = torch._make_per_channel_quantized_tensor(self.staged[0], scale, zero, 0)
        self.staged = annotate(List[Tensor], [])
        self.fbgemm.append(ops.quantized.linear_prepack(matrix, None))
      else:
        self.keep_f16(self.staged[0], bias)
    self.pieces.append(len(self.fbgemm) - self.places[len(self.kernels)])
    self.kernels.append(kernel)
    self.biases.append(kept)

  # In pieces of 2048 rows: FBGEMM reads a matrix again for every six rows of activations, from the
  # cache when it is small, and packing takes an f32 copy of a piece and not of the whole.
  def keep_f16(self: __torch__.ModelProgram, matrix: Tensor, bias: Optional[Tensor]) -> None:
    for piece in range((matrix.size(0) + 2047) // 2048):
      start = 2048 * piece
      end = start + 2048
      piece_bias = bias
      if bias is not None:
        piece_bias = torch.slice(bias, 0, start, end)
      else:
        pass
      self.fbgemm.append(ops.quantized.linear_prepack_fp16(torch.to(torch.slice(matrix, 0, start, end), 6), piece_bias))

  # f32 x [t, n] times a matrix, bias added, [t, m]; oneDNN gives bf16 for a bf16 matrix.
  def product(self: __torch__.ModelProgram, i: int, x: Tensor) -> Tensor:
    if self.kernels[i] == 1:
      scale = self.row_scale(x)
      y = self.int8_product(i, x, scale)
      bias = self.biases[i]
      if bias is not None:
        y = torch.addcmul(bias, y, scale)
      else:
        y = torch.mul_(y, scale)
    else:
      y = self.float_product(i, x)
    return y

  # Adds the product to the stream in place.
  def add_product(self: __torch__.ModelProgram, i: int, x: Tensor, stream: Tensor) -> None:
    if self.kernels[i] == 1:
      scale = self.row_scale(x)
      torch.addcmul_(stream, self.int8_product(i, x, scale), scale)
      bias = self.biases[i]
      if bias is not None:
        torch.add_(stream, bias)
      else:
        pass
    else:
      torch.add_(stream, self.float_product(i, x))

  def float_product(self: __torch__.ModelProgram, i: int, x: Tensor) -> Tensor:
    place = self.places[i]
    if self.kernels[i] == 2:
      y = self.f16_product(i, torch.to(x, 6))
    else:
      t = x.size(0)
      rows = torch.to(x, self.onednn[place].dtype)
      # Against fewer than four rows large matrices stream more slowly than against four.
      if t < self.fewest_rows:
        rows = torch.constant_pad_nd(rows, [0, 0, 0, self.fewest_rows - t])
        y = torch.slice(self.onednn_product(i, rows), 0, 0, t)
      else:
        y = self.onednn_product(i, rows)
    return y

  def f16_product(self: __torch__.ModelProgram, i: int, x: Tensor) -> Tensor:
    place = self.places[i]
    pieces = self.pieces[i]
    if pieces == 1:
      y = ops.quantized.linear_dynamic_fp16(x, self.fbgemm[place])
    else:
      parts = annotate(List[Tensor], [])
      for piece in range(pieces):
        parts.append(ops.quantized.linear_dynamic_fp16(x, self.fbgemm[place + piece]))
      y = torch.cat(parts, 1)
    return y

  def onednn_product(self: __torch__.ModelProgram, i: int, x: Tensor) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, self.onednn[self.places[i]], self.biases[i], "none", annotate(List[Optional[number]], []), "")

  # Activations are quantised with one scale for each row. The library's own dynamic scale is shared
  # by the rows of a call, and then what a token computes would depend on what is verified beside it:
  # nearly every int8 text would differ between plain and speculative decoding.
  def row_scale(self: __torch__.ModelProgram, x: Tensor) -> Tensor:
    return torch.amax(torch.abs(x), [1], True)

  # The product of rows that were divided by their scale and of a quantised matrix, in steps of 1 / 127
  # around 128. A row of zeros gives some finite numbers, which its scale, zero, wipes out.
  def int8_product(self: __torch__.ModelProgram, i: int, x: Tensor, scale: Tensor) -> Tensor:
    return ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(torch.div(x, scale), 0.007874015748031496, 128, self.fbgemm[self.places[i]])
