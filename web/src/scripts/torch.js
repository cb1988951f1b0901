/** Common parts of the PyTorch programs of the two language models. */
import { assignments, corpus, header, READ, verdict } from './python.js';

/** @type {Record<string, string>} */
const OPTIMISERS = {
  adam: 'torch.optim.Adam(groups, lr=ALPHA)',
  sgd: 'torch.optim.SGD(groups, lr=ALPHA)',
  adagrad: 'torch.optim.Adagrad(groups, lr=ALPHA, initial_accumulator_value=1.0)',
};

const VOCABULARY = `def read_corpus():
    """Sentences of word ids; words rarer than MIN_COUNT are left out. <s> is V, </s> is V + 1."""
    counts = collections.Counter(word for sentence in sentences for word in sentence)
    words = [word for word, count in counts.most_common() if count >= MIN_COUNT]
    ids = {word: number for number, word in enumerate(words)}
    encode = lambda text: [s for s in ([ids[w] for w in line if w in ids] for line in text) if s]
    return words, encode(sentences), encode(heldout)`;

/** @param {string} optimiser */
const descent = (optimiser) => `def share(batch):
    """This process's rows of a batch, and the factor of their loss: all processes together give the
    gradient of the whole batch, because DistributedDataParallel averages over them."""
    mine = batch[RANK::WORLD]
    return (mine, WORLD) if len(mine) else (batch[:1], 0)


def together(model):
    """The model, or the same model in every process, with gradients that they share."""
    return nn.parallel.DistributedDataParallel(model) if WORLD > 1 else model


def mean_of_all(value):
    """The mean of what all processes have."""
    if WORLD == 1:
        return value
    total = torch.tensor(value, dtype=torch.float64)
    torch.distributed.all_reduce(total)
    return total.item() / WORLD


def rate(progress, updates):
    if SCHEDULE == "linear":
        return max(ALPHA * (1 - progress), MIN_ALPHA)
    return ALPHA / (1 + 1e-8 * updates) if SCHEDULE == "inverse-time" else ALPHA


def train(model, examples, measure):
    """EPOCHS passes; \`examples()\` gives an epoch's batches as (words read, loss of the batch)."""
    groups = [{"params": list(model.parameters())}]
    optimiser = ${OPTIMISERS[optimiser]}
    words, updates, best, kept, waited = 0, 0, float("inf"), None, 0
    for epoch in range(EPOCHS):
        model.train()
        nats, batches = 0.0, 0
        for read_now, loss in examples():
            optimiser.zero_grad()
            loss.backward()
            if CLIP_NORM > 0:
                nn.utils.clip_grad_norm_(model.parameters(), CLIP_NORM)
            groups[0]["lr"] = now = rate(words / (EPOCHS * TOKENS), updates)
            for group in optimiser.param_groups:
                group["lr"] = now
            if WEIGHT_DECAY > 0:
                with torch.no_grad():
                    for name, p in model.named_parameters():
                        if not name.endswith("bias"):
                            p.mul_(1 - now * WEIGHT_DECAY)
            optimiser.step()
            words, updates = words + read_now, updates + 1
            nats, batches = nats + loss.item(), batches + 1
        last = mean_of_all(nats / batches)
        model.eval()
        with torch.no_grad():
            perplexity = measure() if held else float("nan")
        say(f"epoch {epoch + 1}: loss {last:.3f}, held-out perplexity {perplexity:.3f}")
        if PATIENCE > 0 and held:
            if perplexity < best:
                best, waited = perplexity, 0
                kept = {name: value.clone() for name, value in model.state_dict().items()}
            else:
                waited += 1
            if waited >= PATIENCE:
                break
    if kept:
        model.load_state_dict(kept)
        perplexity = best
    return last, perplexity`;

/** The held-out perplexity if there is held-out text, else the loss of the training text. */
const finish = (/** @type {import('./python.js').Run} */ { perplexity, loss }) =>
  Number.isFinite(perplexity)
    ? `    verdict("Held-out perplexity", perplexity, ${perplexity}, abs(perplexity / ${perplexity} - 1) <= TOLERANCE, f"{TOLERANCE:.0%}")`
    : `    verdict("Loss, nats a prediction", last, ${loss}, abs(last / ${loss} - 1) <= TOLERANCE, f"{TOLERANCE:.0%}")`;

/**
 * Writes a whole program.
 * @param {import('./python.js').Run} run
 * @param {{name: string, title: string, notes: string[], tolerance: number,
 *   settings: Record<string, any>, model: string, main: string}} parts `model`: classes and
 *   functions; `main`: makes `model`, `examples` and `measure` from words, text and held
 * @returns {import('./python.js').Program}
 */
export function torchProgram(run, { name, title, notes, tolerance, settings, model, main }) {
  const { options } = run;
  const train = corpus('sentences', run.train);
  const heldout = corpus('heldout', run.heldout);
  const starts = [
    'torchrun --nproc_per_node 4 THIS_FILE    # four processes on this machine',
    'torchrun --nnodes 2 --nproc_per_node 4 --rdzv_backend c10d --rdzv_endpoint HOST:29500 THIS_FILE',
    '                                         # two machines, started on both',
    '',
    'Processes share every batch (DistributedDataParallel, gloo on CPUs), so the run stays the same.',
  ];
  const code = `${header({ title, packages: 'torch', notes, link: run.link, starts })}
import collections
import math
import os
import pathlib
import random
import sys

import torch
from torch import nn
from torch.nn import functional as F

${assignments({
  SEED: options.seed,
  EPOCHS: options.epochs,
  BATCH: options.batch,
  ALPHA: options.alpha,
  MIN_ALPHA: options.minAlpha,
  SCHEDULE: options.schedule,
  WEIGHT_DECAY: options.weightDecay,
  CLIP_NORM: options.clipNorm,
  PATIENCE: options.patience,
  MIN_COUNT: options.minCount,
  SIZE: options.vectorSize,
  ...settings,
  TOLERANCE: tolerance,
})}

RANK, WORLD = (int(os.environ.get(name, initial)) for name, initial in (("RANK", 0), ("WORLD_SIZE", 1)))
if WORLD > 1:
    torch.distributed.init_process_group("gloo")


def say(text):
    if RANK == 0:
        print(text, flush=True)


${READ}


${train.code}
${heldout.code}


${VOCABULARY}


${model}


${descent(options.optimiser)}


${verdict('say')}


torch.manual_seed(SEED)
shuffle = torch.Generator().manual_seed(SEED)  # the same order in every process
order = random.Random(SEED)
words, text, held = read_corpus()
TOKENS = sum(len(sentence) for sentence in text)
V = len(words)
${main}
torch.manual_seed(SEED + RANK)  # dropout
last, perplexity = train(model, examples, measure)
if WORLD > 1:
    torch.distributed.destroy_process_group()
${finish(run).trimStart()}
`;
  return { name, code, files: [...train.files, ...heldout.files] };
}
