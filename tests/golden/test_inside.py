"""PyTorch computes each number of an example, and its gradient, from a checkpoint's weights alone."""
import pytest
from test_numpy import read_safetensors

torch = pytest.importorskip('torch')

SENTENCE = 'the king rules the land'
TEXT = """the king rules the land
the queen rules the sea
the man walks the dog
the woman walks the cat
she eats a ripe apple with honey and cream
"""
CLOSE = 1e-5


def close(given, expected, name):
    given, expected = torch.as_tensor(given, dtype=torch.float64), expected.detach()
    scale = max(1.0, expected.abs().max().item())
    assert given.shape == expected.shape, name
    assert (given - expected).abs().max().item() < CLOSE * scale, name


class Opened:
    """The weights of a trained model as leaves of autograd, and what the program says of them."""

    def __init__(self, preformer, folder, options):
        text, checkpoint = folder / 'text.txt', folder / 'model.safetensors'
        text.write_text(TEXT, encoding='utf8')
        preformer('train', '--corpus', text, '--size', 6, '--epochs', 30, *options,
                  '--checkpoint', checkpoint)
        tensors, _ = read_safetensors(checkpoint)
        self.weights = {name: torch.tensor(array, dtype=torch.float64, requires_grad=True)
                        for name, array in tensors.items() if array.dtype == 'float32'}
        self.words = bytes(tensors['vocabulary.words']).decode().split('\n')
        self.told = preformer('inside', '--checkpoint', checkpoint, '--sentence', SENTENCE,
                              '--alpha', 0.1)
        self.forward = {q['name']: q for q in self.told['forward']}
        self.backward = {q['name']: q for q in self.told['backward']}
        self.seen = {}
        self.rows = {}  # the same as a list of rows, one for each time step

    def note(self, name, value):
        """A quantity of the forward pass, whose gradient is wanted, too."""
        if value.requires_grad:
            value.retain_grad()
        self.seen[name] = value
        return value

    def check(self, loss):
        assert abs(self.told['loss'] - loss.item()) < CLOSE * max(1, loss.item())
        loss.backward()
        for name, value in self.seen.items():
            if name in self.forward:
                close(self.forward[name]['values'], value, name)
            if name in self.backward and value.requires_grad:
                close(self.backward[name]['values'], value.grad, f'gradient of {name}')
        for name, rows in self.rows.items():
            gradient = torch.stack([row.grad for row in rows])
            close(self.backward[name]['values'], gradient, f'gradient of {name}')
        for name, weight in self.weights.items():
            if name not in self.backward:
                continue
            told = self.backward[name]
            rows = torch.tensor(told['values'], dtype=torch.float64)
            if 'of' in told:  # the rows of a table that were read
                whole = torch.zeros_like(weight)
                whole.index_add_(0, torch.tensor(told['of']), rows)
                rows = whole
            close(rows, weight.grad.reshape(rows.shape), f'gradient of {name}')
        assert self.told['lossAfter'] < self.told['loss']


@pytest.mark.parametrize('options', [[], ['--direct']], ids=['nnlm', 'direct'])
def test_nnlm(preformer, tmp_path, options):
    model = Opened(preformer, tmp_path, ['--model', 'nnlm', '--hidden', 9, *options])
    w, note = model.weights, model.note
    ids = model.forward['lookup']['of']
    x = note('lookup', w['embedding.weight'][ids])
    before = note('hidden.before', x.reshape(1, -1) @ w['hidden.weight'].T + w['hidden.bias'])
    hidden = note('hidden', before.tanh())
    logits = hidden @ w['output.weight'].T + w['output.bias']
    if options:
        logits = logits + x.reshape(1, -1) @ w['direct.weight'].T
    note('logits', logits)
    note('probabilities', logits.softmax(1))
    target = model.words.index(SENTENCE.split()[-1])
    assert [model.words[i] for i in ids] == SENTENCE.split()[-4:-1]
    model.check(-logits.log_softmax(1)[0, target])


@pytest.mark.parametrize('objective', ['softmax', 'hierarchical-softmax', 'negative-sampling'])
@pytest.mark.parametrize('kind', ['cbow', 'skip-gram'])
def test_word2vec(preformer, tmp_path, kind, objective):
    window = 3
    model = Opened(preformer, tmp_path, ['--model', kind, '--objective', objective,
                                         '--window', window])
    w, note = model.weights, model.note
    asked = model.forward['output']['of']
    labels = torch.tensor(model.forward['labels']['values'], dtype=torch.float64)
    x = note('input', w['input.weight'][model.forward['input']['of']])
    weight = 1.0
    if kind == 'cbow':
        weight = len(x) / (window + 1)  # the window's words over the mean number of them
        x = note('mean', x.mean(0, keepdim=True))
    output = note('output', w['output.weight'][asked])
    logits = note('logits', x @ output.T)
    if objective == 'softmax':
        assert asked == list(range(len(w['output.weight'])))
        note('probabilities', logits.softmax(1))
        loss = -(labels * logits.log_softmax(1)).sum()
    else:
        note('probabilities', logits.sigmoid())
        loss = -(labels * torch.nn.functional.logsigmoid(logits)
                 + (1 - labels) * torch.nn.functional.logsigmoid(-logits)).sum()
    assert abs(model.told['loss'] - loss.item()) < CLOSE * max(1, loss.item())
    model.told['loss'] = weight * loss.item()
    model.told['lossAfter'] *= weight
    model.check(weight * loss)


def lstm(model, name, x):
    """TensorFlow's LSTMCell with gates i, j, f, o; cells and what is shown are clipped at 3."""
    w = model.weights
    kernel, bias = w[f'{name}.kernel'], w[f'{name}.bias'][0]
    projection = w[f'{name}.projection']
    cells, dims = projection.shape
    c, h = torch.zeros(cells, dtype=torch.float64), torch.zeros(dims, dtype=torch.float64)
    rows = {part: [] for part in ('input-gate', 'candidate', 'forget-gate', 'output-gate', 'cell',
                                  'unprojected', 'hidden')}
    gradients = []
    for row in x:
        z = torch.cat([row, h]) @ kernel + bias
        i, j, f, o = z.split(cells)
        gates = i.sigmoid(), j.tanh(), (f + 1).sigmoid(), o.sigmoid()
        c = (gates[2] * c + gates[0] * gates[1]).clamp(-3, 3)
        m = gates[3] * c.tanh()
        h = (m @ projection).clamp(-3, 3)
        h.retain_grad()
        z.retain_grad()
        gradients.append(z)
        for part, value in zip(rows, [*gates, c, m, h]):
            rows[part].append(value)
    for part, values in rows.items():
        model.seen[f'{name}.{part}'] = torch.stack(values).detach()
    model.rows[f'{name}.hidden'] = rows['hidden']
    model.rows[f'{name}.gates'] = gradients
    return torch.stack(rows['hidden'])


def spelled(model):
    """bilm-tf's network on the letters of each word: convolutions, their largest, highways."""
    w = model.weights
    characters = torch.tensor(model.forward['characters']['values'], dtype=torch.long)
    words = list(model.forward['characters']['of'])
    # </s> is what the other reader begins with: like <s>, with the sign after that of <s>.
    begins = len(w['softmax.weight']) - 2
    ends = characters[words.index(begins)].clone()
    ends[1] += 1
    characters = torch.cat([characters, ends[None]])
    places = {word: n for n, word in enumerate([*words, begins + 1])}

    def note(name, value):
        model.seen[name] = value[:-1].detach()
        return value

    letters = w['characters.embedding.weight'][characters]  # [words, letters, dims]
    found = []
    for n in (1, 2, 3):
        kernel, bias = (w[f'characters.convolution{n}.{part}'] for part in ('kernel', 'bias'))
        width = len(kernel) // letters.shape[2]
        patches = letters.unfold(1, width, 1).transpose(2, 3).flatten(2)
        found.append((patches @ kernel + bias).amax(1).relu())
    x = note('filters', torch.cat(found, 1))

    def affine(name):
        return x @ w[f'characters.{name}.weight'].T + w[f'characters.{name}.bias']

    gate = note('highway1.gate', affine('highway0.carry').sigmoid())
    other = note('highway1.transform', affine('highway0.transform').relu())
    x = note('highway1', gate * other + (1 - gate) * x)
    vectors = affine('projection')
    return lambda ids: vectors[[places[word] for word in ids]]


@pytest.mark.parametrize('options', [[], ['--char-cnn']], ids=['words', 'letters'])
def test_elmo(preformer, tmp_path, options):
    model = Opened(preformer, tmp_path,
                   ['--model', 'elmo', '--cell-size', 9, '--batch', 2, *options])
    w, note = model.weights, model.note
    look_up = spelled(model) if options else lambda ids: w['embedding.weight'][ids]
    losses, halves = [], []
    for side in ('forward', 'backward'):
        x = note(f'{side}.tokens', look_up(model.forward[f'{side}.tokens']['of']))
        layers = [x, lstm(model, f'{side}.lstm1', x)]
        note(f'{side}.lstm1.out', layers[1])
        layers.append(note(f'{side}.lstm2.out', lstm(model, f'{side}.lstm2', layers[1]) + layers[1]))
        logits = note(f'{side}.logits', layers[2] @ w['softmax.weight'].T + w['softmax.bias'])
        note(f'{side}.probabilities', logits.softmax(1))
        targets = model.forward[f'{side}.logits']['of']
        losses.append(-logits.log_softmax(1)[range(len(targets)), targets].mean())
        words = [layer[1:] for layer in layers]
        halves.append([layer if side == 'forward' else layer.flip(0) for layer in words])
    layers = [torch.cat(both, 1).detach() for both in zip(*halves)]
    for k, layer in enumerate(layers):
        close(model.forward[f'layer{k}']['values'], layer, f'layer {k}')
    close(model.forward['mix']['values'], sum(layers) / 3, 'mix')
    model.check(sum(losses) / 2)
