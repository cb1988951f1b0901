"""PyTorch loads what we export, and its own forward pass says what our models say."""
import json
import struct
import subprocess

import numpy as np
import pytest
from conftest import ROOT

torch = pytest.importorskip('torch')
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402

NNLMS = ['nnlm', 'nnlm-direct']
ELMOS = ['elmo', 'elmo-clipped', 'elmo-square', 'elmo-letters']


def load_safetensors(path):
    """The format as huggingface/safetensors documents it; Debian has no package of it."""
    raw = bytearray(path.read_bytes())
    length, = struct.unpack('<Q', raw[:8])
    header = json.loads(raw[8:8 + length])
    assert header.pop('__metadata__')['format'] == 'pt'
    tensors = {}
    for name, entry in header.items():
        assert entry['dtype'] == 'F32'
        begin, end = entry['data_offsets']
        flat = torch.frombuffer(raw, dtype=torch.float32, count=(end - begin) // 4,
                                offset=8 + length + begin)
        shape = entry['shape'][1:] if name.endswith('bias') else entry['shape']  # [1, n]
        tensors[name] = flat.reshape(shape)
    return tensors


class Model:
    def __init__(self, folder, name):
        self.weights = load_safetensors(folder / f'{name}.safetensors')
        self.vectors = torch.from_numpy(np.load(folder / f'{name}.npy'))
        told = json.loads((folder / f'{name}.json').read_text(encoding='utf8'))
        self.options, self.vocabulary, self.answers = (
            told[key] for key in ('options', 'vocabulary', 'answers'))
        self.classes = [*self.vocabulary, '<s>', '</s>']

    def ids(self, words):
        return [self.classes.index(word) for word in words]

    def same(self, logits, predictions, never):
        """Are these the probabilities that we gave? `never` cannot follow and is not listed."""
        given = {p['word']: p['probability'] for p in predictions}
        assert sorted([*given, never]) == sorted(self.classes)
        found = dict(zip(self.classes, logits.softmax(0)))
        close(torch.stack([found[word] for word in given]), torch.tensor(list(given.values())))


@pytest.fixture(scope='session')
def models(tmp_path_factory):
    folder = tmp_path_factory.mktemp('models')
    done = subprocess.run(
        ['node', str(ROOT / 'tests' / 'golden' / 'train_models.mjs'), str(folder)],
        capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return {name: Model(folder, name) for name in NNLMS + ELMOS}


def close(found, expected):
    torch.testing.assert_close(found, expected, atol=1e-5, rtol=0)


@pytest.mark.parametrize('name', NNLMS)
def test_nnlm(models, name):
    model = models[name]
    w, context = model.weights, model.options['context']
    close(w['embedding.weight'][:len(model.vocabulary)], model.vectors)
    for answer in model.answers:
        before = (['<s>'] * context + answer['words'])[-context:]
        x = F.embedding(torch.tensor(model.ids(before)), w['embedding.weight']).flatten()
        hidden = torch.tanh(F.linear(x, w['hidden.weight'], w['hidden.bias']))
        logits = F.linear(hidden, w['output.weight'], w['output.bias'])
        if 'direct.weight' in w:
            logits = logits + F.linear(x, w['direct.weight'])
        model.same(logits, answer['next'], '<s>')


def spell(word, length):
    """bilm-tf's character ids, shifted by one."""
    ids = torch.full((length,), 261)
    code = {'<s>': [257], '</s>': [258]}.get(word) or [1 + b for b in word.encode()[:length - 2]]
    ids[:len(code) + 2] = torch.tensor([259, *code, 260])
    return ids


def token_vectors(model, words):
    w, options = model.weights, model.options
    if not options['charCnn']:
        return F.embedding(torch.tensor(model.ids(words)), w['embedding.weight'])
    ids = torch.stack([spell(word, options['maxCharacters']) for word in words])
    letters = F.embedding(ids, w['characters.embedding.weight']).transpose(1, 2)
    found = []
    for width, count in options['charFilters']:
        kernel = w[f'characters.convolution{width}.kernel'].reshape(width, -1, count)
        bias = w[f'characters.convolution{width}.bias']
        found.append(F.relu(F.conv1d(letters, kernel.permute(2, 1, 0), bias).amax(2)))
    x = torch.cat(found, 1)
    for n in range(options['highways']):
        part = lambda kind: (w[f'characters.highway{n}.{kind}.weight'],
                             w[f'characters.highway{n}.{kind}.bias'])
        gate = torch.sigmoid(F.linear(x, *part('carry')))
        x = gate * F.relu(F.linear(x, *part('transform'))) + (1 - gate) * x
    if 'characters.projection.weight' in w:
        x = F.linear(x, w['characters.projection.weight'], w['characters.projection.bias'])
    return x


def torch_lstm(model, name):
    """torch's own LSTM: gates i, f, g, o instead of i, j, f, o, and no forget bias of its own."""
    w, options = model.weights, model.options
    size, cells = options['vectorSize'], options['cellSize']
    lstm = nn.LSTM(size, cells, proj_size=size if cells > size else 0)
    i, j, f, o = w[f'{name}.kernel'].T.split(cells)
    b_i, b_j, b_f, b_o = w[f'{name}.bias'].split(cells)
    kernel = torch.cat([i, f, j, o])
    state = {'weight_ih_l0': kernel[:, :size], 'weight_hh_l0': kernel[:, size:],
             'bias_ih_l0': torch.cat([b_i, b_f + 1, b_j, b_o]), 'bias_hh_l0': torch.zeros(4 * cells)}
    if cells > size:
        state['weight_hr_l0'] = w[f'{name}.projection'].T
    lstm.load_state_dict(state)
    return lambda x: lstm(x.unsqueeze(1))[0].squeeze(1)


def clipped_lstm(model, name):
    """The same in single steps, with the limits that torch's LSTM has not."""
    w, options = model.weights, model.options
    limit, shown_limit = options['cellClip'], options['projClip']

    def run(x):
        h, c, shown = torch.zeros(options['vectorSize']), torch.zeros(options['cellSize']), []
        for x_t in x:
            z = torch.cat([x_t, h]) @ w[f'{name}.kernel'] + w[f'{name}.bias']
            i, j, f, o = z.chunk(4)
            c = torch.sigmoid(f + 1) * c + torch.sigmoid(i) * torch.tanh(j)
            c = c.clamp(-limit, limit) if limit else c
            h = torch.sigmoid(o) * torch.tanh(c)
            if f'{name}.projection' in w:
                h = h @ w[f'{name}.projection']
                h = h.clamp(-shown_limit, shown_limit) if shown_limit else h
            shown.append(h)
        return torch.stack(shown)

    return run


def read(model, direction, words):
    """Outputs of every layer at every place, the tokens first."""
    make = clipped_lstm if model.options['cellClip'] else torch_lstm
    outputs = [token_vectors(model, words)]
    for layer in (1, 2):
        out = make(model, f'{direction}.lstm{layer}')(outputs[-1])
        skips = model.options['skipConnections'] and layer > 1
        outputs.append(out + outputs[-1] if skips else out)
    return outputs


@pytest.mark.parametrize('name', ELMOS)
@torch.no_grad()
def test_elmo(models, name):
    model = models[name]
    w = model.weights
    if not model.options['charCnn']:
        close(w['embedding.weight'][:len(model.vocabulary)], model.vectors)
    for answer in model.answers:
        words = answer['words']
        forward = read(model, 'forward', ['<s>', *words])
        backward = read(model, 'backward', ['</s>', *words[::-1]])
        for found, a, b in zip(answer['layers'], forward, backward):
            both = torch.cat([a[1:], b[1:].flip(0)], 1)
            close(torch.tensor(found).reshape(both.shape), both)
        for top, asked, never in ((forward[-1], 'next', '<s>'), (backward[-1], 'previous', '</s>')):
            logits = F.linear(top[-1], w['softmax.weight'], w['softmax.bias'])
            model.same(logits, answer[asked], never)
