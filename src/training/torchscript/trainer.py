class Trainer(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  target : List[Tensor]
  draft : List[Tensor]
  target_first : List[Tensor]
  target_second : List[Tensor]
  draft_first : List[Tensor]
  draft_second : List[Tensor]
  target_gradients : List[List[Tensor]]
  draft_gradients : List[List[Tensor]]
  rotary : List[Tensor]

  # shape: [vocabulary, positions, head size, then for target and draft: width, layers, heads, key-value heads, inner width]
  def setup(self: __torch__.Trainer, shape: Tensor) -> Tensor:
    s = annotate(List[int], [])
    for i in range(shape.size(0)):
      s.append(int(shape[i]))
    hd = s[2]
    self.target = self.initial(s[0], hd, s[3], s[4], s[5], s[6], s[7])
    self.draft = self.initial(s[0], hd, s[8], s[9], s[10], s[11], s[12])
    self.target_gradients = [annotate(List[Tensor], []), annotate(List[Tensor], [])]
    self.draft_gradients = [annotate(List[Tensor], []), annotate(List[Tensor], [])]
    self.target_first = self.zeros(self.target)
    self.target_second = self.zeros(self.target)
    self.draft_first = self.zeros(self.draft)
    self.draft_second = self.zeros(self.draft)
    f = torch.outer(torch.arange(s[1]), torch.pow(10000., torch.neg(torch.div(torch.arange(0, hd, 2), float(hd)))))
    self.rotary = [torch.cat([torch.cos(f), torch.cos(f)], -1), torch.cat([torch.sin(f), torch.sin(f)], -1)]
    return torch.tensor([self.count(self.target), self.count(self.draft)])

  def count(self: __torch__.Trainer, w: List[Tensor]) -> int:
    n = 0
    for i in range(len(w)):
      n = n + w[i].numel()
    return n

  def zeros(self: __torch__.Trainer, w: List[Tensor]) -> List[Tensor]:
    z = annotate(List[Tensor], [])
    for i in range(len(w)):
      z.append(torch.zeros_like(torch.detach(w[i])))
    return z

  # embedding, final norm, then stacked over layers: attention norm, query-key-value, attention output,
  # feed-forward norm, gate-up, down
  def initial(self: __torch__.Trainer, vocab: int, hd: int, d: int, layers: int, heads: int, kv: int, ff: int) -> List[Tensor]:
    std = 0.5 / float(d) ** 0.5
    out = std / float(2 * layers) ** 0.5
    w = annotate(List[Tensor], [])
    w.append(torch.mul(torch.randn([vocab, d]), 0.02))
    w.append(torch.ones([d]))
    w.append(torch.ones([layers, d]))
    w.append(torch.mul(torch.randn([layers, (heads + 2 * kv) * hd, d]), std))
    w.append(torch.mul(torch.randn([layers, d, heads * hd]), out))
    w.append(torch.ones([layers, d]))
    w.append(torch.mul(torch.randn([layers, 2 * ff, d]), std))
    w.append(torch.mul(torch.randn([layers, d, ff]), out))
    for i in range(len(w)):
      w[i] = w[i].requires_grad_(True)
    return w

  def norm(self: __torch__.Trainer, x: Tensor, g: Tensor) -> Tensor:
    r = torch.rsqrt(torch.add(torch.mean(torch.mul(x, x), [-1], True), 1e-05))
    return torch.mul(torch.mul(x, r), g)

  # x [rows, heads, positions, head size], whose first position is start
  def rotate(self: __torch__.Trainer, x: Tensor, start: int) -> Tensor:
    t = x.size(2)
    cos = torch.slice(self.rotary[0], 0, start, start + t, 1)
    sin = torch.slice(self.rotary[1], 0, start, start + t, 1)
    h = x.size(-1) // 2
    a = torch.slice(x, 3, 0, h, 1)
    b = torch.slice(x, 3, h, 2 * h, 1)
    return torch.add(torch.mul(x, cos), torch.mul(torch.cat([torch.neg(b), a], -1), sin))

  def hidden(self: __torch__.Trainer, w: List[Tensor], ids: Tensor, dtype: int) -> Tensor:
    b = ids.size(0)
    t = ids.size(1)
    hd = self.rotary[0].size(1)
    heads = w[4].size(2) // hd
    kv = (w[3].size(1) // hd - heads) // 2
    ff = w[7].size(2)
    attention_norm = torch.unbind(w[2], 0)
    query_key_value = torch.unbind(torch.to(w[3], dtype, False, False), 0)
    attention_out = torch.unbind(torch.to(w[4], dtype, False, False), 0)
    feed_norm = torch.unbind(w[5], 0)
    gate_up = torch.unbind(torch.to(w[6], dtype, False, False), 0)
    down = torch.unbind(torch.to(w[7], dtype, False, False), 0)
    x = torch.embedding(w[0], ids)
    d = x.size(2)
    for i in range(len(attention_norm)):
      h = torch.to(self.norm(x, attention_norm[i]), dtype, False, False)
      qkv = torch.linear(h, query_key_value[i]).view([b, t, heads + 2 * kv, hd]).transpose(1, 2)
      qk = torch.to(self.rotate(torch.to(torch.slice(qkv, 1, 0, heads + kv, 1), 6, False, False), 0), dtype, False, False)
      q = torch.slice(qk, 1, 0, heads, 1)
      k = torch.slice(qk, 1, heads, heads + kv, 1)
      v = torch.slice(qkv, 1, heads + kv, heads + 2 * kv, 1)
      k = k.unsqueeze(2).expand([b, kv, heads // kv, t, hd]).reshape([b, heads, t, hd])
      v = v.unsqueeze(2).expand([b, kv, heads // kv, t, hd]).reshape([b, heads, t, hd])
      a = torch.scaled_dot_product_attention(q, k, v, None, 0., True, scale=None, enable_gqa=False)
      a = torch.linear(a.transpose(1, 2).reshape([b, t, heads * hd]), attention_out[i])
      x = torch.add(x, torch.to(a, 6, False, False))
      h = torch.to(self.norm(x, feed_norm[i]), dtype, False, False)
      gu = torch.linear(h, gate_up[i])
      f = torch.mul(torch.silu(torch.slice(gu, 2, 0, ff, 1)), torch.slice(gu, 2, ff, 2 * ff, 1))
      x = torch.add(x, torch.to(torch.linear(f, down[i]), 6, False, False))
    return torch.to(self.norm(x, w[1]), dtype, False, False)

  def logits(self: __torch__.Trainer, w: List[Tensor], ids: Tensor, dtype: int) -> Tensor:
    h = self.hidden(w, ids, dtype)
    y = torch.linear(h.view([-1, h.size(2)]), torch.to(w[0], dtype, False, False))
    return torch.to(y, 6, False, False)

  # One half of a step's batch. ids [rows, positions + 1]; weights [rows * positions]: 1 for an id to learn, 0 for one
  # to pass over, negative for one to unlearn (unlikelihood, Welleck et al. 2019); share: of the argmax in the draft's
  # goal; half: 0 or 1; draft: whether the draft learns too. Keeps the gradients and returns the losses of target and
  # draft. The halves may run at the same time.
  def gradients(self: __torch__.Trainer, ids: Tensor, weights: Tensor, share: Tensor, half: Tensor, draft: Tensor) -> Tensor:
    t = ids.size(1) - 1
    inputs = torch.slice(ids, 1, 0, t, 1)
    goal = torch.slice(ids, 1, 1, t + 1, 1).reshape([-1])
    n = float(goal.size(0))
    lt = torch.log_softmax(self.logits(self.target, inputs, 15), -1, None)
    likelihood = torch.gather(lt, 1, goal.unsqueeze(1)).squeeze(1)
    unlikelihood = torch.log(torch.neg(torch.expm1(torch.clamp_max(likelihood, -1e-06))))
    wanted = torch.dot(torch.clamp_min(weights, 0.), likelihood)
    unwanted = torch.dot(torch.clamp_min(torch.neg(weights), 0.), unlikelihood)
    loss_target = torch.div(torch.neg(torch.add(wanted, unwanted)), n)
    self.target_gradients[int(half)] = self.present(torch.autograd.grad([loss_target], self.target, None, False, False, False))
    loss_draft = torch.zeros([])
    if int(draft) == 1:
      lt = torch.detach(lt)
      best = torch.argmax(lt, -1, True)
      p = torch.mul_(torch.exp(lt), 1. - float(share))
      p = torch.scatter_add_(p, 1, best, torch.full_like(best, float(share), dtype=6))
      ld = torch.log_softmax(self.logits(self.draft, inputs, 15), -1, None)
      loss_draft = torch.div(torch.neg(torch.dot(p.view([-1]), ld.view([-1]))), n)
      self.draft_gradients[int(half)] = self.present(torch.autograd.grad([loss_draft], self.draft, None, False, False, False))
    else:
      pass
    return torch.stack([loss_target.detach(), loss_draft.detach()], 0)

  # Applies the mean of both halves' gradients. rates: learning rate of the matrices, of the rest; step: from 1; draft:
  # whether the draft learns too. Returns the gradient norms of target and draft.
  def apply(self: __torch__.Trainer, rates: Tensor, step: Tensor, draft: Tensor) -> Tensor:
    s = float(step)
    gt = self.mean(self.target_gradients[0], self.target_gradients[1])
    a = self.update(self.target, self.target_first, self.target_second, gt, float(rates[0]), float(rates[1]), s)
    b = torch.zeros([])
    if int(draft) == 1:
      gd = self.mean(self.draft_gradients[0], self.draft_gradients[1])
      b = self.update(self.draft, self.draft_first, self.draft_second, gd, float(rates[0]), float(rates[1]), s)
    else:
      pass
    return torch.stack([a, b], 0)

  # Starts the draft as the target with some of its layers only. layers: their numbers.
  def start_draft(self: __torch__.Trainer, layers: Tensor) -> Tensor:
    for i in range(len(self.draft)):
      v = torch.detach(self.target[i])
      if i > 1:
        v = torch.index_select(v, 0, layers)
      else:
        pass
      w = torch.copy_(torch.detach(self.draft[i]), v, False)
    return layers

  def mean(self: __torch__.Trainer, a: List[Tensor], b: List[Tensor]) -> List[Tensor]:
    r = annotate(List[Tensor], [])
    for i in range(len(a)):
      r.append(torch.mul(torch.add(a[i], b[i]), 0.5))
    return r

  def present(self: __torch__.Trainer, g: List[Optional[Tensor]]) -> List[Tensor]:
    r = annotate(List[Tensor], [])
    for i in range(len(g)):
      gi = g[i]
      if gi is not None:
        r.append(torch.detach(gi))
      else:
        ops.prim.RaiseException("a weight has no gradient")
    return r

  # Muon for the matrices inside the layers, AdamW for the embedding and the norms.
  def update(self: __torch__.Trainer, w: List[Tensor], first: List[Tensor], second: List[Tensor], g: List[Tensor], lr_matrix: float, lr: float, step: float) -> Tensor:
    square = torch.zeros([])
    for i in range(len(g)):
      square = torch.add(square, torch.sum(torch.mul(g[i], g[i])))
    total = torch.sqrt(square)
    clip = torch.clamp_max(torch.reciprocal(torch.add(total, 1e-06)), 1.)
    for i in range(len(g)):
      gi = torch.mul(g[i], clip)
      wi = torch.detach(w[i])
      if i == 3 or i == 4 or i == 6 or i == 7:
        m = torch.lerp_(first[i], gi, 0.05)
        u = torch.lerp(gi, m, 0.95)
        if i == 6:
          u = u.view([2 * u.size(0), u.size(1) // 2, u.size(2)])
        else:
          pass
        o = self.orthogonal(u)
        scale = (max(1., float(u.size(1)) / float(u.size(2)))) ** 0.5
        wi = torch.mul_(wi, 1. - 0.1 * lr_matrix)
        wi = torch.add_(wi, o.view(wi.size()), alpha=-1. * lr_matrix * scale)
      else:
        m = torch.lerp_(first[i], gi, 0.1)
        v = torch.addcmul_(torch.mul_(second[i], 0.95), gi, gi, value=0.05)
        denominator = torch.add(torch.sqrt(torch.div(v, 1. - 0.95 ** step)), 1e-08)
        wi = torch.addcdiv_(wi, torch.div(m, 1. - 0.9 ** step), denominator, value=-1. * lr)
    return total

  # The nearest orthogonal matrix of each matrix in the stack, by five Newton-Schulz steps (Jordan et al. 2024, Muon).
  def orthogonal(self: __torch__.Trainer, g: Tensor) -> Tensor:
    tall = g.size(1) > g.size(2)
    x = g
    if tall:
      x = g.transpose(1, 2)
    else:
      pass
    x = torch.div(x, torch.add(torch.sqrt(torch.sum(torch.mul(x, x), [1, 2], True)), 1e-07))
    x = x.contiguous()
    for i in range(5):
      a = torch.bmm(x, x.transpose(1, 2))
      b = torch.add(torch.mul(a, -4.775), torch.mul(torch.bmm(a, a), 2.0315))
      x = torch.add(torch.mul(x, 3.4445), torch.bmm(b, x))
    y = torch.to(x, 6, False, False)
    if tall:
      y = y.transpose(1, 2)
    else:
      pass
    return y.contiguous()

  def frozen(self: __torch__.Trainer, w: List[Tensor]) -> List[Tensor]:
    r = annotate(List[Tensor], [])
    for i in range(len(w)):
      r.append(torch.detach(w[i]))
    return r

  # Mean negative log likelihood of target and draft on text, and how often their first choices agree.
  def evaluate(self: __torch__.Trainer, ids: Tensor) -> Tensor:
    t = ids.size(1) - 1
    inputs = torch.slice(ids, 1, 0, t, 1)
    goal = torch.slice(ids, 1, 1, t + 1, 1).reshape([-1])
    lt = torch.log_softmax(self.logits(self.frozen(self.target), inputs, 15), -1, None)
    ld = torch.log_softmax(self.logits(self.frozen(self.draft), inputs, 15), -1, None)
    agree = torch.mean(torch.to(torch.eq(torch.argmax(lt, -1, False), torch.argmax(ld, -1, False)), 6, False, False))
    return torch.stack([torch.nll_loss(lt, goal, None, 1, -100), torch.nll_loss(ld, goal, None, 1, -100), agree], 0)

  # which: 0 target, 1 draft.
  def model(self: __torch__.Trainer, which: Tensor) -> List[Tensor]:
    w = self.target
    if int(which) == 1:
      w = self.draft
    else:
      pass
    return w

  # The model's first choice after each position, in f32.
  def choices(self: __torch__.Trainer, ids: Tensor, which: Tensor) -> Tensor:
    w = self.frozen(self.model(which))
    return torch.argmax(self.logits(w, ids, 6), -1, False).view([ids.size(0), ids.size(1)])

  # The greedy continuation of each row of ids [rows, positions], in f32, with a key-value cache: [rows, count].
  def greedy(self: __torch__.Trainer, ids: Tensor, count: Tensor, which: Tensor) -> Tensor:
    w = self.frozen(self.model(which))
    hd = self.rotary[0].size(1)
    kv = (w[3].size(1) - w[4].size(2)) // (2 * hd)
    n = int(count)
    keys = annotate(List[Tensor], [])
    values = annotate(List[Tensor], [])
    for i in range(w[2].size(0)):
      keys.append(torch.zeros([ids.size(0), kv, ids.size(1) + n, hd]))
      values.append(torch.zeros([ids.size(0), kv, ids.size(1) + n, hd]))
    emitted = annotate(List[Tensor], [])
    next = ids
    start = 0
    for i in range(n):
      h = self.extend(w, next, keys, values, start)
      start = start + next.size(1)
      next = torch.argmax(torch.linear(h, w[0]), -1, True)
      emitted.append(next)
    return torch.cat(emitted, 1)

  # Hidden state [rows, width] after the last of ids [rows, positions], which stand at start and after it. More than
  # one position only at start 0.
  def extend(self: __torch__.Trainer, w: List[Tensor], ids: Tensor, keys: List[Tensor], values: List[Tensor], start: int) -> Tensor:
    b = ids.size(0)
    t = ids.size(1)
    end = start + t
    hd = self.rotary[0].size(1)
    heads = w[4].size(2) // hd
    kv = (w[3].size(1) // hd - heads) // 2
    ff = w[7].size(2)
    x = torch.embedding(w[0], ids)
    for i in range(w[2].size(0)):
      h = self.norm(x, torch.select(w[2], 0, i))
      qkv = torch.linear(h, torch.select(w[3], 0, i)).view([b, t, heads + 2 * kv, hd]).transpose(1, 2)
      qk = self.rotate(torch.slice(qkv, 1, 0, heads + kv, 1), start)
      k = torch.slice(keys[i], 2, 0, end, 1)
      v = torch.slice(values[i], 2, 0, end, 1)
      c = torch.copy_(torch.slice(k, 2, start, end, 1), torch.slice(qk, 1, heads, heads + kv, 1), False)
      c = torch.copy_(torch.slice(v, 2, start, end, 1), torch.slice(qkv, 1, heads + kv, heads + 2 * kv, 1), False)
      k = k.unsqueeze(2).expand([b, kv, heads // kv, end, hd]).reshape([b, heads, end, hd])
      v = v.unsqueeze(2).expand([b, kv, heads // kv, end, hd]).reshape([b, heads, end, hd])
      a = torch.scaled_dot_product_attention(torch.slice(qk, 1, 0, heads, 1), k, v, None, 0., start == 0, scale=None, enable_gqa=False)
      x = torch.add(x, torch.linear(a.transpose(1, 2).reshape([b, t, heads * hd]), torch.select(w[4], 0, i)))
      gu = torch.linear(self.norm(x, torch.select(w[5], 0, i)), torch.select(w[6], 0, i))
      f = torch.mul(torch.silu(torch.slice(gu, 2, 0, ff, 1)), torch.slice(gu, 2, ff, 2 * ff, 1))
      x = torch.add(x, torch.linear(f, torch.select(w[7], 0, i)))
    return torch.select(self.norm(x, w[1]), 1, t - 1)

  def state(self: __torch__.Trainer) -> List[Tensor]:
    return self.target + self.target_first + self.target_second + self.draft + self.draft_first + self.draft_second

  def read(self: __torch__.Trainer, index: Tensor) -> Tensor:
    return torch.clone(torch.detach(self.state()[int(index)]))

  def write(self: __torch__.Trainer, index: Tensor, value: Tensor) -> Tensor:
    w = torch.detach(self.state()[int(index)])
    w = torch.copy_(w, value.view(w.size()), False)
    return torch.sum(w)
