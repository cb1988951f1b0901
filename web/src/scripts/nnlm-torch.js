import { torchProgram } from './torch.js';

/**
 * Different seeds change the perplexity of the toy corpora by less than 2 %; another initialisation
 * changes it by as much.
 */
const NNLM_TOLERANCE = 0.08;

const MODEL = `class Nnlm(nn.Module):
    """Bengio et al. 2003: y = b + U tanh(d + H x) (+ W x), x the vectors of the words before."""

    def __init__(self, vocabulary):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary + 2, SIZE)
        self.hidden = nn.Linear(CONTEXT * SIZE, HIDDEN)
        self.output = nn.Linear(HIDDEN, vocabulary + 2)
        self.direct = nn.Linear(CONTEXT * SIZE, vocabulary + 2, bias=False) if DIRECT else None
        nn.init.uniform_(self.embedding.weight, -0.1, 0.1)
        for layer in (self.hidden, self.output, self.direct):
            if layer is not None:
                nn.init.xavier_uniform_(layer.weight)
                if layer.bias is not None:
                    nn.init.zeros_(layer.bias)

    def forward(self, contexts):
        x = self.embedding(contexts).flatten(1)
        y = self.output(torch.tanh(self.hidden(x)))
        return y if self.direct is None else y + self.direct(x)


def predictions(part, vocabulary):
    """Every word of a sentence and its end, each after the CONTEXT words before it."""
    contexts, targets = [], []
    for sentence in part:
        padded = [vocabulary] * CONTEXT + sentence
        for at, target in enumerate(sentence + [vocabulary + 1]):
            contexts.append(padded[at : at + CONTEXT])
            targets.append(target)
    return torch.tensor(contexts), torch.tensor(targets)`;

const MAIN = `model = Nnlm(V)
net = together(model)
contexts, targets = predictions(text, V)
measured = predictions(held, V) if held else None
words_read = TOKENS / len(targets)


def examples():
    for batch in torch.randperm(len(targets), generator=shuffle).split(BATCH):
        mine, factor = share(batch)
        nats = F.cross_entropy(net(contexts[mine]), targets[mine], reduction="sum")
        yield len(batch) * words_read, nats * factor / len(batch)


def measure():
    return math.exp(F.cross_entropy(model(measured[0]), measured[1]).item())

`;

/**
 * Bengio's neural language model in PyTorch.
 * @param {import('./python.js').Run} run
 */
export function nnlmProgram(run) {
  const { context, hidden, direct, samples } = run.options;
  const notes = [
    'The same network, batches of the same size and the same schedule of the learning rate; other',
    'random numbers. So figures agree within a tolerance, not bit by bit.',
  ];
  if (samples > 0) notes.push('The softmax is the full one here, not the sampled one.');
  return torchProgram(run, {
    name: 'preformer-nnlm-pytorch.py',
    title:
      'Repeats a run of Preformer in PyTorch: the neural language model of Bengio et al. 2003.',
    notes,
    tolerance: NNLM_TOLERANCE,
    settings: { CONTEXT: context, HIDDEN: hidden, DIRECT: direct },
    model: MODEL,
    main: MAIN,
  });
}
