import { torchProgram } from './torch.js';

/** Different seeds alone change the perplexity of the polysemy corpora by up to 18 %. */
const ELMO_TOLERANCE = 0.25;

const CHARACTERS = `class Characters(nn.Module):
    """Vectors from spelling: bytes → convolutions → maximum → ReLU → highways → projection."""

    def __init__(self, words):
        super().__init__()
        table = torch.full((len(words) + 2, MAX_CHARACTERS), 261)  # padding
        for row, word in enumerate(words):
            spelt = [1 + byte for byte in word.encode()[: MAX_CHARACTERS - 2]]
            table[row, : len(spelt) + 2] = torch.tensor([259, *spelt, 260])
        table[-2, :3] = torch.tensor([259, 257, 260])  # <s>
        table[-1, :3] = torch.tensor([259, 258, 260])  # </s>
        self.register_buffer("table", table)
        count = sum(n for _, n in FILTERS)
        self.embedding = nn.Embedding(262, CHARACTER_SIZE)
        self.convolutions = nn.ModuleList(nn.Conv1d(CHARACTER_SIZE, n, width) for width, n in FILTERS)
        self.gates = nn.ModuleList(nn.Linear(count, count) for _ in range(HIGHWAYS))
        self.transforms = nn.ModuleList(nn.Linear(count, count) for _ in range(HIGHWAYS))
        self.projection = nn.Linear(count, SIZE) if count != SIZE else nn.Identity()
        nn.init.uniform_(self.embedding.weight, -1, 1)
        for convolution in self.convolutions:
            nn.init.uniform_(convolution.weight, -0.05, 0.05)
            nn.init.zeros_(convolution.bias)
        for linear in [*self.gates, *self.transforms, self.projection]:
            if isinstance(linear, nn.Linear):
                nn.init.normal_(linear.weight, std=count**-0.5)
                nn.init.zeros_(linear.bias)
        for gate in self.gates:
            nn.init.constant_(gate.bias, -2.0)

    def forward(self, ids):
        different, places = ids.unique(return_inverse=True)
        letters = self.embedding(self.table[different]).transpose(1, 2)
        x = torch.cat([F.relu(c(letters).amax(2)) for c in self.convolutions], 1)
        for gate, transform in zip(self.gates, self.transforms):
            g = torch.sigmoid(gate(x))
            x = g * F.relu(transform(x)) + (1 - g) * x
        return self.projection(x)[places]`;

const TABLE = `def Characters(words):
    table = nn.Embedding(len(words) + 2, SIZE)
    nn.init.xavier_uniform_(table.weight)
    return table`;

const MODEL = `class Elmo(nn.Module):
    """Peters et al. 2018: LSTMs from the left and from the right, one softmax for both."""

    def __init__(self, words):
        super().__init__()
        self.tokens = Characters(words)
        projection = SIZE if SIZE < CELLS else 0  # within the recurrence
        widen = lambda: nn.Linear(CELLS, SIZE, bias=False) if SIZE > CELLS else nn.Identity()  # after it
        lstms = lambda: nn.ModuleList(nn.LSTM(SIZE, CELLS, proj_size=projection) for _ in range(LAYERS))
        self.stacks = nn.ModuleList([lstms(), lstms()])
        self.widened = nn.ModuleList(nn.ModuleList(widen() for _ in range(LAYERS)) for _ in range(2))
        self.softmax = nn.Linear(SIZE, len(words) + 2)
        nn.init.normal_(self.softmax.weight, std=SIZE**-0.5)
        nn.init.zeros_(self.softmax.bias)
        for lstm in [lstm for stack in self.stacks for lstm in stack]:
            bound = math.sqrt(6 / (2 * SIZE + 4 * CELLS))
            nn.init.uniform_(lstm.weight_ih_l0, -bound, bound)
            nn.init.uniform_(lstm.weight_hh_l0, -bound, bound)
            nn.init.zeros_(lstm.bias_ih_l0)
            nn.init.zeros_(lstm.bias_hh_l0)
            lstm.bias_hh_l0.requires_grad = False  # PyTorch has two biases, bilm-tf one
            lstm.bias_hh_l0.data[CELLS : 2 * CELLS] = 1.0  # the forget gate's
            if projection:
                nn.init.xavier_uniform_(lstm.weight_hr_l0)

    def forward(self, sentences, ways=(0, 1)):
        """Nats of both directions, summed, over sentences of one length: [n, T]."""
        nats = 0.0
        V = self.softmax.out_features - 2
        edge = lambda id: sentences.new_full((len(sentences), 1), id)
        for way in ways:
            ids = sentences.flip(1) if way else sentences
            inputs = torch.cat([edge(V + way), ids], 1).T
            targets = torch.cat([ids, edge(V + 1 - way)], 1).T
            x = self.tokens(inputs.reshape(-1)).view(*inputs.shape, SIZE)
            for k, lstm in enumerate(self.stacks[way]):
                x = F.dropout(x, DROPOUT, self.training)
                y = self.widened[way][k](lstm(x)[0])
                x = y + x if SKIP and k > 0 else y
            x = F.dropout(x, DROPOUT, self.training)
            nats = nats + F.cross_entropy(self.softmax(x).flatten(0, 1), targets.reshape(-1), reduction="sum")
        return nats


def batches(part, size):
    """Sentences, cut to pieces of UNROLL words, together with others of their length."""
    pieces = [s[at : at + UNROLL] for s in part for at in range(0, len(s), UNROLL)]
    order.shuffle(pieces)
    pieces.sort(key=len)
    found = []
    for piece in pieces:
        if not found or len(found[-1]) == size or len(found[-1][0]) != len(piece):
            found.append([])
        found[-1].append(piece)
    order.shuffle(found)
    return [torch.tensor(batch) for batch in found]`;

const MAIN = `model = Elmo(words)
net = together(model)


def examples():
    for batch in batches(text, BATCH):
        mine, factor = share(batch)
        yield batch.numel(), net(mine) * factor / (2 * len(batch) * (batch.shape[1] + 1))


def measure():
    """Of the forward direction."""
    nats = sum(model(torch.tensor([sentence]), ways=(0,)).item() for sentence in held)
    return math.exp(nats / sum(len(sentence) + 1 for sentence in held))

`;

/**
 * ELMo's bidirectional language model in PyTorch.
 * @param {import('./python.js').Run} run
 */
export function elmoProgram(run) {
  const { options } = run;
  const notes = [
    'The same network, batches and schedule; other random numbers, and PyTorch’s LSTM, which does not',
    'clip cells and projections. So figures agree within a tolerance, not bit by bit.',
  ];
  if (options.samples > 0) notes.push('The softmax is the full one here, not the sampled one.');
  if (options.vectorSize > options.cellSize) {
    notes.push('PyTorch’s LSTM only projects to fewer numbers; here the projection follows it.');
  }
  if (options.carryState) notes.push('Every sentence starts from a state of zeros here.');
  return torchProgram(run, {
    name: 'preformer-elmo-pytorch.py',
    title: 'Repeats a run of Preformer in PyTorch: the language model of ELMo, Peters et al. 2018.',
    notes,
    tolerance: ELMO_TOLERANCE,
    settings: {
      LAYERS: options.layers,
      CELLS: options.cellSize,
      DROPOUT: options.dropout,
      SKIP: options.skipConnections,
      UNROLL: options.unroll,
      ...(options.charCnn && {
        FILTERS: options.charFilters,
        CHARACTER_SIZE: options.charSize,
        HIGHWAYS: options.highways,
        MAX_CHARACTERS: options.maxCharacters,
      }),
    },
    model: `${options.charCnn ? CHARACTERS : TABLE}\n\n\n${MODEL}`,
    main: MAIN,
  });
}
