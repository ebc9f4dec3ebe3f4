# The decoder that runs every supported family. Java writes it into an archive beside the attributes
# of one checkpoint, and libtorch compiles it. The kernels that multiply by the weights are methods of
# the same class that stand in a file of their own, packed_kernels.py or plain_kernels.py: a platform's
# library may lack those of the first, and a program that names an absent one does not compile. The
# dialect is the one that torch.jit.save writes: element types are numbers (uint8 0, int8 1, int32 3, int64 4, f32 6, f64 7, bf16 15), every "if" has
# an "else", every variable one type.
#
# Shapes in comments: t tokens of this pass, s positions seen (cached ones and this pass), h hidden
# size, q query heads, k key-value heads, g = q / k, d head dimension, v vocabulary.
class ModelProgram(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  hidden_size : int
  intermediate_size : int
  layers : int
  query_heads : int
  key_value_heads : int
  head_dimension : int
  vocabulary_size : int
  epsilon : float
  # 0 is f32, 1 is bf16, 2 is int8
  precision : int
  # [v, h], in the checkpoint's own type
  embedding : List[Tensor]
  # f32 gains, multiplied by sqrt(h): two for each layer, then the last
  gains : List[Tensor]
  # The bias of each matrix: the head, then four for each layer (query-key-value, output, gate-up,
  # down). The kernels keep the matrices in the same order.
  biases : List[Optional[Tensor]]
  # divides v; the arg max looks for the best block of this many logits first
  block : int
  # complex64 [context, 1, d / 2]: cos + i sin of every pair's angle at every position
  rotations : List[Tensor]
  # The KV cache of each layer, and two views of it as attention reads them. A pass writes positions
  # from `position` on, so rolling back is passing a smaller position next time.
  slots : List[Tensor]
  keys : List[Tensor]
  values : List[Tensor]
  # the matrix being loaded, with its scales when it is int8; its bias
  staged : List[Tensor]
  staged_bias : List[Tensor]

  # ---- loading: one matrix at a time, in row blocks, so that the peak stays near the final size

  def configure(self: __torch__.ModelProgram, context: int, frequencies: List[float]) -> int:
    angles = torch.outer(torch.arange(context, dtype=7), torch.tensor(frequencies, dtype=7))
    cos = torch.to(torch.cos(angles), 6)
    sin = torch.to(torch.sin(angles), 6)
    self.rotations = [torch.unsqueeze(torch.complex(cos, sin), 1)]
    k = self.key_value_heads
    d = self.head_dimension
    slots = annotate(List[Tensor], [])
    keys = annotate(List[Tensor], [])
    values = annotate(List[Tensor], [])
    for i in range(self.layers):
      # Not cleared: nothing reads a position before a pass has written it, and untouched pages cost
      # no memory.
      cache = torch.empty([context, 2 * k, d], dtype=6)
      slots.append(cache)
      keys.append(torch.as_strided(cache, [k, d, context], [d, 1, 2 * k * d], 0))
      values.append(torch.as_strided(cache, [k, context, d], [d, 2 * k * d, 1], k * d))
    self.slots = slots
    self.keys = keys
    self.values = values
    v = self.vocabulary_size
    if v > 16384:
      # the largest divisor up to 1024
      for size in range(1, 1025):
        if v % size == 0:
          self.block = size
        else:
          pass
    else:
      self.block = 1
    return 0

  def stage(self: __torch__.ModelProgram, rows: int, columns: int) -> int:
    if self.precision == 2:
      self.staged = [torch.empty([rows, columns], dtype=1), torch.empty([rows, 1], dtype=6)]
    else:
      self.staged = [torch.empty([rows, columns], dtype=self.staged_type())]
    self.staged_bias = annotate(List[Tensor], [])
    return 0

  # Copies rows of the checkpoint in. `raw` is memory that the caller takes back afterwards.
  def fill(self: __torch__.ModelProgram, raw: Tensor, kind: int, row: int) -> int:
    matrix = self.staged[0]
    block = torch.view(torch.view_copy(raw, dtype=kind), [-1, matrix.size(1)])
    end = row + block.size(0)
    target = torch.slice(matrix, 0, row, end)
    if self.precision == 2:
      wide = torch.to(block, 6)
      scale = torch.clamp_min(self.weight_scale(wide), 1e-30)
      torch.copy_(target, torch.round(torch.div(wide, scale)))
      torch.copy_(torch.slice(self.staged[1], 0, row, end), scale)
    else:
      torch.copy_(target, block)
    return 0

  def stage_bias(self: __torch__.ModelProgram, rows: int) -> int:
    self.staged_bias = [torch.empty([rows, 1], dtype=6)]
    return 0

  def fill_bias(self: __torch__.ModelProgram, raw: Tensor, kind: int, row: int) -> int:
    block = torch.view(torch.view_copy(raw, dtype=kind), [-1, 1])
    torch.copy_(torch.slice(self.staged_bias[0], 0, row, row + block.size(0)), block)
    return 0

  # The checkpoint pairs dimension j of a head with j + d / 2 in rotary embedding. Rows are reordered
  # so that pairs are neighbours and one complex product turns them. Scores do not change: queries
  # and keys are reordered alike.
  def neighbours(self: __torch__.ModelProgram, x: Tensor, heads: int) -> Tensor:
    d = self.head_dimension
    turned = torch.view(torch.slice(x, 0, 0, heads * d), [heads, 2, d // 2, x.size(1)])
    turned = torch.reshape(torch.transpose(turned, 1, 2), [heads * d, x.size(1)])
    return torch.cat([turned, torch.slice(x, 0, heads * d, x.size(0))])

  # Turns what is staged into the form that the kernels read, and lets go of it.
  def pack(self: __torch__.ModelProgram, rotary_heads: int) -> int:
    if rotary_heads > 0:
      for i in range(len(self.staged)):
        self.staged[i] = self.neighbours(self.staged[i], rotary_heads)
      for i in range(len(self.staged_bias)):
        self.staged_bias[i] = self.neighbours(self.staged_bias[i], rotary_heads)
    else:
      pass
    bias = annotate(Optional[Tensor], None)
    if len(self.staged_bias) > 0:
      bias = torch.flatten(self.staged_bias[0])
    else:
      pass
    self.keep(bias)
    self.staged = annotate(List[Tensor], [])
    self.staged_bias = annotate(List[Tensor], [])
    return 0

  def stage_embedding(self: __torch__.ModelProgram, kind: int) -> int:
    self.embedding = [torch.empty([self.vocabulary_size, self.hidden_size], dtype=kind)]
    return 0

  def fill_embedding(self: __torch__.ModelProgram, raw: Tensor, kind: int, row: int) -> int:
    block = torch.view(torch.view_copy(raw, dtype=kind), [-1, self.hidden_size])
    torch.copy_(torch.slice(self.embedding[0], 0, row, row + block.size(0)), block)
    return 0

  def add_gain(self: __torch__.ModelProgram, raw: Tensor, kind: int) -> int:
    gain = torch.to(torch.view_copy(raw, dtype=kind), 6)
    self.gains.append(torch.mul(gain, float(self.hidden_size) ** 0.5))
    return 0

  # ---- one pass

  # RMS norm of the stream's first h columns. Each row of the stream carries sqrt(h * epsilon) in an
  # extra column, so that its Euclidean norm is sqrt(h) times the root of mean square plus epsilon.
  def norm(self: __torch__.ModelProgram, stream: Tensor, x: Tensor, i: int) -> Tensor:
    length = torch.linalg_vector_norm(stream, 2, [-1], True)
    return torch.mul(torch.div(x, length), self.gains[i])

  # ids [t] to the stream [t, h + 1] after the last layer.
  def layers_of(self: __torch__.ModelProgram, ids: Tensor, position: int) -> Tensor:
    t = ids.size(0)
    h = self.hidden_size
    q = self.query_heads
    k = self.key_value_heads
    d = self.head_dimension
    g = q // k
    f = self.intermediate_size
    width = (q + 2 * k) * d
    seen = position + t
    root = float(d) ** -0.5
    stream = torch.full([t, h + 1], (float(h) * self.epsilon) ** 0.5, dtype=6)
    x = torch.slice(stream, 1, 0, h)
    torch.copy_(x, torch.embedding(self.embedding[0], ids))
    rotation = torch.slice(self.rotations[0], 0, position, seen)
    # Rows of queries are ordered by token, then by the head in its group. Up to three rows that are
    # left over from a multiple of four the library sums in another order, and then a token would get
    # other logits by itself than among drafted ones. So they are filled up: with zeros, or, for one
    # token, which sees everything, with whatever stands behind its queries.
    rows = (t * g + 3) // 4 * 4
    mask = torch.zeros([1, 1, 1])
    if t > 1:
      mask = torch.triu(torch.full([t, seen], -inf, dtype=6), position + 1)
      mask = torch.reshape(torch.expand(torch.unsqueeze(mask, 1), [t, g, seen]), [1, t * g, seen])
      mask = torch.constant_pad_nd(mask, [0, 0, 0, rows - t * g])
    else:
      rows = ops.prim.min(rows, g + 2 * k)
    for i in range(self.layers):
      qkv = torch.to(self.product(4 * i + 1, self.norm(stream, x, 2 * i)), 6)
      pairs = torch.as_strided(qkv, [t, q + k, d // 2, 2], [width, d, 2, 1], 0)
      torch.mul_(torch.view_as_complex(pairs), rotation)
      fresh = torch.as_strided(qkv, [t, 2 * k, d], [width, d, 1], q * d)
      torch.copy_(torch.slice(self.slots[i], 0, position, seen), fresh)
      key = torch.slice(self.keys[i], 2, 0, seen)
      value = torch.slice(self.values[i], 1, 0, seen)
      if t > 1:
        query = torch.reshape(torch.as_strided(qkv, [k, t, g, d], [g * d, width, d, 1], 0), [k, t * g, d])
        if t * g < rows:
          query = torch.constant_pad_nd(query, [0, 0, 0, rows - t * g])
        else:
          pass
        weights = torch.softmax(torch.baddbmm(mask, query, key, beta=1, alpha=root), -1)
        mixed = torch.as_strided(torch.bmm(weights, value), [t, k, g * d], [g * d, rows * d, 1], 0)
        mixed = torch.reshape(mixed, [t, q * d])
      else:
        query = torch.as_strided(qkv, [k, rows, d], [g * d, d, 1], 0)
        weights = torch.softmax(torch.baddbmm(mask, query, key, beta=0, alpha=root), -1)
        mixed = torch.as_strided(torch.bmm(weights, value), [k, g * d], [rows * d, 1], 0)
        mixed = torch.reshape(mixed, [1, q * d])
      self.add_product(4 * i + 2, mixed, x)
      both = self.product(4 * i + 3, self.norm(stream, x, 2 * i + 1))
      gate = torch.silu(torch.slice(both, 1, 0, f))
      self.add_product(4 * i + 4, torch.mul_(gate, torch.slice(both, 1, f, 2 * f)), x)
    return stream

  # The stream [n, h + 1] to f32 logits [n, v].
  def head(self: __torch__.ModelProgram, stream: Tensor) -> Tensor:
    x = torch.slice(stream, 1, 0, self.hidden_size)
    y = self.product(0, self.norm(stream, x, 2 * self.layers))
    return torch.to(y, 6)

  # Reads ids; logits after the last of them, [1, v].
  def read(self: __torch__.ModelProgram, ids: Tensor, position: int) -> Tensor:
    return self.head(torch.slice(self.layers_of(ids, position), 0, -1))

  # ---- choosing

  # The id of the largest of each row of logits [n, v], of equals the lowest; [n]. The library's arg
  # max is not vectorised and takes longer than a layer on large vocabularies; its maximum is.
  def best(self: __torch__.ModelProgram, logits: Tensor) -> Tensor:
    if self.block > 1:
      n = logits.size(0)
      blocks = torch.view(logits, [n, -1, self.block])
      which = torch.argmax(torch.amax(blocks, [2]), 1)
      inside = torch.select(torch.gather(blocks, 1, torch.expand(torch.view(which, [n, 1, 1]), [n, 1, self.block])), 1, 0)
      id = torch.add(torch.mul(which, self.block), torch.argmax(inside, 1))
    else:
      id = torch.argmax(logits, 1)
    return id

  # Logits [n, v] to the probabilities that temperature, top-k (0 is off) and top-p (1 is off) leave,
  # in this order, as in the transformers library.
  def warped(self: __torch__.ModelProgram, logits: Tensor, temperature: float, top_k: int, top_p: float) -> Tensor:
    v = logits.size(1)
    scaled = torch.div(logits, temperature)
    if torch.__and__(top_k > 0, top_k < v):
      least = torch.slice((torch.topk(scaled, top_k))[0], 1, -1)
      scaled = torch.masked_fill(scaled, torch.lt(scaled, least), -inf)
    else:
      pass
    p = torch.softmax(scaled, -1)
    if top_p < 1.:
      # Sorting a whole vocabulary is slow, and the mass is nearly always in the head.
      largest, order = torch.topk(p, ops.prim.min(v, 256))
      if bool(torch.any(torch.lt(torch.sum(largest, [1]), top_p))):
        largest, order = torch.topk(p, v)
      else:
        pass
      before = torch.sub(torch.cumsum(largest, 1), largest)
      kept = torch.masked_fill(largest, torch.ge(before, top_p), 0.)
      p = torch.scatter(torch.zeros_like(p), 1, order, kept)
      p = torch.div(p, torch.sum(p, [1], True))
    else:
      pass
    return p

  # Draws one token from weights [v] that need not sum to 1: the inverse of their running sum. The
  # sum is in f64, or the tail of a large vocabulary could never be drawn. The product rounds below
  # the total for every uniform under 1, so the token found has a positive weight.
  def drawn(self: __torch__.ModelProgram, weights: Tensor, uniform: float) -> Tensor:
    running = torch.cumsum(weights, 0, dtype=7)
    mark = torch.mul(torch.slice(running, 0, -1), uniform)
    return torch.searchsorted(running, mark, right=True)

  # ---- whole steps

  def prefill(self: __torch__.ModelProgram, prompt: List[int], chunk: int) -> Tensor:
    n = len(prompt)
    ids = torch.tensor(prompt, dtype=4)
    start = 0
    while n - start > chunk:
      stream = self.layers_of(torch.slice(ids, 0, start, start + chunk), start)
      start = start + chunk
    return self.read(torch.slice(ids, 0, start, n), start)

  # Whether every logit is a finite number: one that is not spreads to the sum.
  def sound(self: __torch__.ModelProgram, logits: Tensor) -> bool:
    total = float(torch.sum(logits))
    return total - total == 0.

  # The token after a prompt, or -1 when logits are not numbers. Only here are they looked at: what
  # is damaged stays in the cache and shows with the first token, and later passes are timed.
  def prefill_greedy(self: __torch__.ModelProgram, prompt: List[int], chunk: int) -> int:
    logits = self.prefill(prompt, chunk)
    token = -1
    if self.sound(logits):
      token = int(self.best(logits))
    else:
      pass
    return token

  def prefill_sampled(self: __torch__.ModelProgram, prompt: List[int], chunk: int, temperature: float, top_k: int, top_p: float, uniforms: List[float]) -> int:
    logits = self.prefill(prompt, chunk)
    token = -1
    if self.sound(logits):
      p = self.warped(logits, temperature, top_k, top_p)
      token = int(self.drawn(torch.select(p, 0, 0), uniforms[0]))
    else:
      pass
    return token

  def extend_greedy(self: __torch__.ModelProgram, token: int, position: int, count: int, stops: List[int]) -> List[int]:
    written = annotate(List[int], [])
    newest = token
    going = True
    while going:
      logits = self.read(torch.tensor([newest], dtype=4), position + len(written))
      newest = int(self.best(logits))
      written.append(newest)
      going = torch.__and__(len(written) < count, torch.__not__(torch.__contains__(stops, newest)))
    return written

  def extend_sampled(self: __torch__.ModelProgram, token: int, position: int, count: int, stops: List[int], temperature: float, top_k: int, top_p: float, uniforms: List[float]) -> List[int]:
    written = annotate(List[int], [])
    newest = token
    going = True
    while going:
      logits = self.read(torch.tensor([newest], dtype=4), position + len(written))
      p = self.warped(logits, temperature, top_k, top_p)
      newest = int(self.drawn(torch.select(p, 0, 0), uniforms[len(written)]))
      written.append(newest)
      going = torch.__and__(len(written) < count, torch.__not__(torch.__contains__(stops, newest)))
    return written

  # The drafted ids [count].
  def draft_greedy(self: __torch__.ModelProgram, pending: List[int], position: int, count: int) -> List[Tensor]:
    ids = torch.tensor(pending, dtype=4)
    start = position
    drafted = annotate(List[Tensor], [])
    for i in range(count):
      logits = self.read(ids, start)
      start = start + ids.size(0)
      ids = self.best(logits)
      drafted.append(ids)
    return [torch.cat(drafted)]

  # The drafted ids [count], and the probabilities they were drawn from [count, v].
  def draft_sampled(self: __torch__.ModelProgram, pending: List[int], position: int, count: int, temperature: float, top_k: int, top_p: float, uniforms: List[float]) -> List[Tensor]:
    ids = torch.tensor(pending, dtype=4)
    start = position
    drafted = annotate(List[Tensor], [])
    rows = annotate(List[Tensor], [])
    for i in range(count):
      p = self.warped(self.read(ids, start), temperature, top_k, top_p)
      start = start + ids.size(0)
      ids = self.drawn(torch.select(p, 0, 0), uniforms[i])
      drafted.append(ids)
      rows.append(p)
    return [torch.cat(drafted), torch.cat(rows)]

  # The acceptance probability of a drafted token: a row of the table for each place in the draft,
  # in it a column for each interval between the edges.
  def chance(self: __torch__.ModelProgram, place: int, own: float, edges: List[float], acceptance: List[float]) -> float:
    column = 0
    for i in range(len(edges)):
      if own >= edges[i]:
        column = i + 1
      else:
        pass
    return acceptance[place * (len(edges) + 1) + column]

  # As draft_greedy, and stops after the id with which it is too improbable that all are accepted.
  # The probability of each id [count] comes last.
  def draft_greedy_while_likely(self: __torch__.ModelProgram, pending: List[int], position: int, count: int, edges: List[float], acceptance: List[float], floors: List[float]) -> List[Tensor]:
    ids = torch.tensor(pending, dtype=4)
    start = position
    drafted = annotate(List[Tensor], [])
    confidences = annotate(List[float], [])
    survival = 1.
    going = True
    while going:
      logits = self.read(ids, start)
      start = start + ids.size(0)
      ids = self.best(logits)
      # the largest probability is that of the best id; of one operation, where logsumexp is of eight
      own = float(torch.max(torch.softmax(logits, -1)))
      survival = survival * self.chance(len(drafted), own, edges, acceptance)
      going = torch.__and__(len(drafted) + 1 < count, survival >= floors[len(drafted)])
      drafted.append(ids)
      confidences.append(own)
    return [torch.cat(drafted), torch.tensor(confidences, dtype=7)]

  # As draft_sampled, and stops as draft_greedy_while_likely does. The probability of each id [count]
  # comes last.
  def draft_sampled_while_likely(self: __torch__.ModelProgram, pending: List[int], position: int, count: int, edges: List[float], acceptance: List[float], floors: List[float], temperature: float, top_k: int, top_p: float, uniforms: List[float]) -> List[Tensor]:
    ids = torch.tensor(pending, dtype=4)
    start = position
    drafted = annotate(List[Tensor], [])
    rows = annotate(List[Tensor], [])
    confidences = annotate(List[float], [])
    survival = 1.
    going = True
    while going:
      p = self.warped(self.read(ids, start), temperature, top_k, top_p)
      start = start + ids.size(0)
      ids = self.drawn(torch.select(p, 0, 0), uniforms[len(drafted)])
      own = float(torch.gather(p, 1, torch.unsqueeze(ids, 1)))
      survival = survival * self.chance(len(drafted), own, edges, acceptance)
      going = torch.__and__(len(drafted) + 1 < count, survival >= floors[len(drafted)])
      drafted.append(ids)
      rows.append(p)
      confidences.append(own)
    return [torch.cat(drafted), torch.cat(rows), torch.tensor(confidences, dtype=7)]

  # What a method that stops early found each drafted id to have; f64 [count].
  def confidences(self: __torch__.ModelProgram, proposal: List[Tensor]) -> Tensor:
    return proposal[len(proposal) - 1]

  # Ids that a host drafter was certain of, in the form that the draft methods return.
  def certain(self: __torch__.ModelProgram, drafted: List[int]) -> List[Tensor]:
    return [torch.tensor(drafted, dtype=4)]

  # Logits [K + 1, v] after the newest token and after every drafted one.
  def checked(self: __torch__.ModelProgram, newest: int, position: int, drafted: Tensor) -> Tensor:
    ids = torch.cat([torch.tensor([newest], dtype=4), drafted])
    return self.head(self.layers_of(ids, position))

  # [nanoseconds from the logits to here, accepted, next token, drafted ids...]. On the CPU an
  # operation is done when its call returns, so that the clock parts the pass from the decision.
  def decision(self: __torch__.ModelProgram, accepted: int, next: Tensor, drafted: Tensor, since: int) -> List[int]:
    result = [0, accepted, int(next)]
    for i in range(drafted.size(0)):
      result.append(int(drafted[i]))
    result[0] = ops.prim.TimePoint() - since
    return result

  # Keeps the longest prefix that the arg max would have written.
  def verify_greedy(self: __torch__.ModelProgram, newest: int, position: int, proposal: List[Tensor]) -> List[int]:
    drafted = proposal[0]
    n = drafted.size(0)
    logits = self.checked(newest, position, drafted)
    since = ops.prim.TimePoint()
    own = self.best(logits)
    same = torch.to(torch.eq(drafted, torch.slice(own, 0, 0, n)), 4)
    accepted = int(torch.sum(torch.cumprod(same, 0)))
    return self.decision(accepted, own[accepted], drafted, since)

  # Speculative sampling, Leviathan et al. 2023 (arXiv 2211.17192), algorithm 1. A drafted token x
  # stands when u q(x) < p(x); at the first that does not, the next token is drawn from max(0, p - q);
  # when all stand, from p at the position after them. A proposal without probabilities is certain
  # of its tokens: q is 1 at x. Uniforms: one for each drafted token, one for the last draw.
  def verify_sampled(self: __torch__.ModelProgram, newest: int, position: int, proposal: List[Tensor], temperature: float, top_k: int, top_p: float, uniforms: List[float]) -> List[int]:
    drafted = proposal[0]
    n = drafted.size(0)
    logits = self.checked(newest, position, drafted)
    since = ops.prim.TimePoint()
    p = self.warped(logits, temperature, top_k, top_p)
    column = torch.unsqueeze(drafted, 1)
    p_drafted = torch.gather(torch.slice(p, 0, 0, n), 1, column)
    if len(proposal) > 1:
      q = proposal[1]
    else:
      q = torch.scatter(torch.zeros([n, p.size(1)]), 1, column, torch.ones([n, 1]))
    q_drafted = torch.gather(q, 1, column)
    u = torch.unsqueeze(torch.tensor(uniforms, dtype=7), 1)
    stands = torch.lt(torch.mul(torch.slice(u, 0, 0, n), q_drafted), p_drafted)
    accepted = int(torch.sum(torch.cumprod(torch.to(torch.flatten(stands), 4), 0)))
    weights = p[accepted]
    if accepted < n:
      residual = torch.clamp_min(torch.sub(weights, q[accepted]), 0.)
      # Rounding alone can leave nothing when p and q agree to the last bit.
      if bool(torch.gt(torch.sum(residual), 0.)):
        weights = residual
      else:
        pass
    else:
      pass
    return self.decision(accepted, self.drawn(weights, uniforms[n]), drafted, since)

  # f32 logits [t, v] after every id.
  def logits(self: __torch__.ModelProgram, ids: List[int], position: int) -> Tensor:
    return self.head(self.layers_of(torch.tensor(ids, dtype=4), position))

  # Teacher forcing. After every id, [t, n + 2] in f64: the probability of each of its n candidates,
  # that of the best token, and the best token's id, which f64 holds exactly.
  def probabilities(self: __torch__.ModelProgram, ids: List[int], position: int, candidates: List[int], temperature: float, top_k: int, top_p: float) -> Tensor:
    t = len(ids)
    logits = self.head(self.layers_of(torch.tensor(ids, dtype=4), position))
    best = torch.view(self.best(logits), [t, 1])
    asked = torch.cat([torch.view(torch.tensor(candidates, dtype=4), [t, -1]), best], 1)
    p = torch.gather(self.warped(logits, temperature, top_k, top_p), 1, asked)
    return torch.cat([torch.to(p, 7), torch.to(best, 7)], 1)

  # ---- measuring

  # The first element of f32 ones [rows, columns] times the first matrix that was packed.
  def multiply(self: __torch__.ModelProgram, rows: int, columns: int) -> float:
    y = self.product(0, torch.ones([rows, columns], dtype=6))
    return float(torch.select(torch.select(y, 0, 0), 0, 0))
