"""Makes expected.json: what the transformers library computes with shrunk versions of the published configs.

Needs torch and transformers (5.18.0 made the file that is here). Run it in this folder. Weights are a function of a
tensor's name and an element's place, so that the test makes the same ones. Names and shapes of tensors are the
library's, and so is everything computed, in float64.
"""

import json
import pathlib
import tempfile

import numpy
import torch
from transformers import AutoConfig, AutoModelForCausalLM

SMALL = {"intermediate_size": 96, "num_hidden_layers": 2, "vocab_size": 320}
CASES = {
    "Llama-3.2-1B": {"hidden_size": 64, "num_attention_heads": 4, "num_key_value_heads": 1, "head_dim": 16},
    "Llama-3.2-1B-Instruct": {"hidden_size": 64, "num_attention_heads": 4, "num_key_value_heads": 1, "head_dim": 16},
    "TinyLlama-1.1B-Chat-v1.0": {"hidden_size": 64, "num_attention_heads": 8, "num_key_value_heads": 1},
    "SmolLM2-135M": {"hidden_size": 72, "num_attention_heads": 9, "num_key_value_heads": 3},
    "Llama-2-7b-hf": {"hidden_size": 64, "num_attention_heads": 4, "num_key_value_heads": 4},
    "Qwen2-0.5B": {"hidden_size": 56, "num_attention_heads": 7, "num_key_value_heads": 1},
    "Qwen2.5-7B-Instruct": {"hidden_size": 56, "num_attention_heads": 7, "num_key_value_heads": 1},
}
# One case for each field that changes what is computed, on top of a published config.
VARIANTS = {
    "attention_bias of Llama": ("TinyLlama-1.1B-Chat-v1.0", {"attention_bias": True}),
    "linear rope_scaling": ("TinyLlama-1.1B-Chat-v1.0", {"rope_scaling": {"type": "linear", "factor": 4.0}}),
    "dynamic rope_scaling": ("TinyLlama-1.1B-Chat-v1.0", {"rope_scaling": {"type": "dynamic", "factor": 2.0}}),
    "rope_parameters": ("TinyLlama-1.1B-Chat-v1.0", {"rope_parameters": {"rope_type": "default", "rope_theta": 500.0}}),
    "head_dim of Llama": ("Llama-3.2-1B", {"head_dim": 32}),
    "head_dim of Qwen2": ("Qwen2-0.5B", {"head_dim": 16}),
    "window of no layer": ("Qwen2-0.5B", {"use_sliding_window": True, "sliding_window": 32}),
    "window over the context": ("Qwen2-0.5B", {"use_sliding_window": True, "max_window_layers": 0}),
}
PROMPT_TOKENS = 300
NEW_TOKENS = 12
LOGITS = 16


def uniforms(name, count):
    """From -0.5 to 0.5, of 24 bits: the name's hash as Java has it, and the place, mixed as in splitmix64."""
    seed = 0
    for character in name:
        seed = (seed * 31 + ord(character)) & 0xFFFFFFFF
    with numpy.errstate(over="ignore"):
        z = (numpy.uint64(seed) << numpy.uint64(32)) + numpy.arange(count, dtype=numpy.uint64)
        z = z + numpy.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z = z ^ (z >> numpy.uint64(31))
    return (z >> numpy.uint64(40)).astype(numpy.float64) / 2**24 - 0.5


def weights(name, shape):
    u = uniforms(name, int(numpy.prod(shape))).reshape(shape)
    return torch.tensor(u * 0.5 if len(shape) == 2 else u if name.endswith(".bias") else 1 + 0.5 * u)


def computed(config):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "config.json").write_text(json.dumps(config))
        model = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained(folder)).double().eval()
    tensors = model.state_dict()
    if config["tie_word_embeddings"]:
        del tensors["lm_head.weight"]
    with torch.no_grad():
        for name, tensor in tensors.items():
            tensor.copy_(weights(name, tensor.shape))
        ids = [int((u + 0.5) * config["vocab_size"]) for u in uniforms("prompt", PROMPT_TOKENS)]
        first = model(torch.tensor([ids])).logits[0, -1]
        for _ in range(NEW_TOKENS):
            logits = model(torch.tensor([ids]), use_cache=False).logits[0, -1]
            best = logits.topk(2).values
            assert best[0] - best[1] > 1e-3, "near tie"
            ids.append(int(logits.argmax()))
    return {
        "tensors": {name: list(tensor.shape) for name, tensor in tensors.items()},
        "greedy_ids": ids[PROMPT_TOKENS:],
        "last_logits": [round(float(x), 5) for x in first[:LOGITS]],
    }


def case(published, changed):
    config = json.loads(pathlib.Path(published + ".json").read_text())
    config.update(changed)
    return {"published": published, "changed": changed} | computed(config)


cases = {name: case(name, SMALL | shape) for name, shape in CASES.items()}
for name, (published, fields) in VARIANTS.items():
    cases[name] = case(published, SMALL | CASES[published] | fields)
text = json.dumps(cases, indent=1)
pathlib.Path("expected.json").write_text(text + "\n")
