"""Trains the NNLM or the biLM in PyTorch, one thread, from given weights on given batches.

usage: torch_language_models.py SPEC.json [dense|sparse]

SPEC contains the shape, the files of weights (safetensors), batches and held-out sentences (int32).
Prints one JSON object: tokensPerSecond over the timed steps, heldoutPerplexity after all steps.

dense:  every optimiser step visits the whole embedding table (what PyTorch does by default)
sparse: it visits only the rows that the batch used, as Preformer does
"""

import json
import math
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
import torch  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn.functional import cross_entropy  # noqa: E402


def read_safetensors(path):
    with open(path, "rb") as file:
        data = file.read()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    header.pop("__metadata__", None)
    body = memoryview(data)[8 + size :]

    def tensor(entry):
        first, last = entry["data_offsets"]
        numbers = np.frombuffer(body[first:last], dtype="<f4").reshape(entry["shape"])
        return torch.from_numpy(numbers.copy())

    return {name: tensor(entry) for name, entry in header.items()}


def read_ids(path, width):
    return torch.from_numpy(np.fromfile(path, dtype="<i4").astype(np.int64).reshape(-1, width))


class Nnlm(nn.Module):
    """Embeddings of the context side by side, one tanh layer, a softmax over all words."""

    def __init__(self, spec, weights, sparse):
        super().__init__()
        classes, dims, context = spec["vocabulary"] + 2, spec["vectorSize"], spec["context"]
        self.embedding = nn.Embedding(classes, dims, sparse=sparse)
        self.hidden = nn.Linear(context * dims, spec["hidden"])
        self.output = nn.Linear(spec["hidden"], classes)
        self.load_state_dict(
            {name: w[0] if name.endswith("bias") else w for name, w in weights.items()}
        )

    def loss(self, rows):
        x = self.embedding(rows[:, :-1]).flatten(1)
        return cross_entropy(self.output(torch.tanh(self.hidden(x))), rows[:, -1])

    @staticmethod
    def examples(sentences, spec):
        """Every word and every end of a sentence, with the words before it."""
        begin, end, context = spec["vocabulary"], spec["vocabulary"] + 1, spec["context"]
        count = sentences.shape[0]
        text = torch.cat(
            [
                torch.full((count, context), begin),
                sentences,
                torch.full((count, 1), end),
            ],
            1,
        )
        return text.unfold(1, context + 1, 1).flatten(0, 1)


class BiLm(nn.Module):
    """Two stacks of LSTMs with projections, one per direction; tokens and softmax are shared."""

    def __init__(self, spec, weights, sparse):
        super().__init__()
        self.vocabulary = spec["vocabulary"]
        dims, cells, layers = spec["vectorSize"], spec["cellSize"], spec["layers"]
        self.embedding = nn.Embedding(spec["vocabulary"] + 2, dims, sparse=sparse)
        self.embedding.weight.data = weights["embedding.weight"]
        self.softmax = nn.Linear(dims, spec["vocabulary"] + 2)
        self.softmax.weight.data = weights["softmax.weight"]
        self.softmax.bias.data = weights["softmax.bias"][0]
        self.stacks = nn.ModuleDict()
        for direction in ("forward", "backward"):
            lstm = nn.LSTM(dims, cells, layers, proj_size=dims if cells != dims else 0)
            for k in range(layers):
                set_lstm(lstm, k, weights, f"{direction}.lstm{k + 1}")
            self.stacks[f"{direction}_stack"] = lstm

    def top(self, direction, tokens):
        return self.stacks[f"{direction}_stack"](self.embedding(tokens))[0]

    def sequences(self, sentences, direction):
        """Inputs and targets, [T, B]."""
        words = sentences.t()
        edge = torch.full((1, words.shape[1]), self.vocabulary)  # <s>; </s> is one more
        if direction == "forward":
            return torch.cat([edge, words]), torch.cat([words, edge + 1])
        words = words.flip(0)
        return torch.cat([edge + 1, words]), torch.cat([words, edge])

    def loss(self, sentences, directions=("forward", "backward")):
        read = [self.sequences(sentences, direction) for direction in directions]
        tops = [self.top(d, tokens) for d, (tokens, _) in zip(directions, read)]
        targets = torch.cat([targets for _, targets in read])
        return cross_entropy(self.softmax(torch.cat(tops)).flatten(0, 1), targets.flatten())


def set_lstm(lstm, k, weights, name):
    """TensorFlow's layout (kernel [in + H, 4C], gates i j f o, forget bias 1) → PyTorch's i f g o."""

    def gates(w):
        i, j, f, o = w.chunk(4, -1)
        return torch.cat([i, f, j, o], -1)

    kernel, bias = weights[f"{name}.kernel"], weights[f"{name}.bias"][0]
    inputs, cells = lstm.input_size, lstm.hidden_size
    forget = torch.zeros(4, cells)
    forget[2] = 1
    values = {
        "weight_ih": gates(kernel[:inputs]).t(),
        "weight_hh": gates(kernel[inputs:]).t(),
        "bias_ih": gates(bias + forget.flatten()),
        "bias_hh": torch.zeros(4 * cells),
    }
    if f"{name}.projection" in weights:
        values["weight_hr"] = weights[f"{name}.projection"].t()
    for kind, value in values.items():
        getattr(lstm, f"{kind}_l{k}").data = value.contiguous()
    getattr(lstm, f"bias_hh_l{k}").requires_grad_(False)  # one bias, not two


class RowAdam:
    """Adam on the rows that a batch used. torch.optim.SparseAdam does the same, but adds epsilon
    before it corrects the bias; Adam (Kingma & Ba 2015, algorithm 1; torch.optim.Adam) adds it after."""

    def __init__(self, table, rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.table, self.rate, self.betas, self.epsilon = table, rate, (beta1, beta2), epsilon
        self.first, self.second = torch.zeros_like(table), torch.zeros_like(table)
        self.steps = 0

    def zero_grad(self, set_to_none):
        self.table.grad = None

    @torch.no_grad()
    def step(self):
        self.steps += 1
        beta1, beta2 = self.betas
        grad = self.table.grad.coalesce()
        rows, g = grad.indices()[0], grad.values()
        first = self.first[rows].lerp_(g, 1 - beta1)
        second = self.second[rows].mul_(beta2).addcmul_(g, g, value=1 - beta2)
        self.first[rows], self.second[rows] = first, second
        scale = math.sqrt(1 - beta2**self.steps)
        change = first / second.sqrt_().div_(scale).add_(self.epsilon)
        self.table.index_add_(0, rows, change, alpha=-self.rate / (1 - beta1**self.steps))


def optimisers(model, rate, sparse):
    table = model.embedding.weight
    rest = [p for p in model.parameters() if p.requires_grad and p is not table]
    if not sparse:
        return [torch.optim.Adam([table, *rest], lr=rate)]
    return [torch.optim.Adam(rest, lr=rate), RowAdam(table, rate)]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        spec = json.load(file)
    sparse = sys.argv[2:] == ["sparse"]
    torch.set_num_threads(1)
    weights = read_safetensors(spec["weightsFile"])
    is_nnlm = spec["model"] == "nnlm"
    model = (Nnlm if is_nnlm else BiLm)(spec, weights, sparse)
    width = spec["context"] + 1 if is_nnlm else spec["length"]
    batches = read_ids(spec["batchesFile"], width).split(spec["batch"])
    optims = optimisers(model, spec["alpha"], sparse)

    def train(some):
        for batch in some:
            for optim in optims:
                optim.zero_grad(set_to_none=True)
            model.loss(batch).backward()
            for optim in optims:
                optim.step()

    train(batches[: spec["warmUp"]])
    start = time.perf_counter()
    train(batches[spec["warmUp"] :])
    seconds = time.perf_counter() - start

    with torch.no_grad():
        heldout = read_ids(spec["heldoutFile"], spec["length"])
        if is_nnlm:
            loss = model.loss(model.examples(heldout, spec))
        else:
            loss = model.loss(heldout, ("forward",))
    print(
        json.dumps(
            {
                "seconds": seconds,
                "predictionsPerSecond": spec["timedPredictions"] / seconds,
                "heldoutPerplexity": math.exp(loss.item()),
            }
        )
    )


main()
