#!/usr/bin/python3
"""Writes tests/cpp/nn/image_golden.inc: convolution, pooling and a whole image network in PyTorch.

    apt-get install python3-torch
    /usr/bin/python3 tests/golden/generate_image_golden.py
"""
import numpy as np
import torch
from golden_file import array, number, rounded, write
from torch.nn import functional


def tensor(values, requires_grad=True):
    return torch.tensor(values, dtype=torch.float64, requires_grad=requires_grad)


def ours(values):
    """[N, channels, height, width] → channels last, which is also the order of our weights."""
    return values.detach().numpy().transpose(0, 2, 3, 1)


def convolution(rng):
    x, w, b = (tensor(rounded(rng, *shape)) for shape in ((2, 3, 5, 4), (4, 3, 3, 3), (4,)))
    y = functional.conv2d(x, w, b)
    dy = tensor(rounded(rng, *y.shape), requires_grad=False)
    y.backward(dy)
    return ['// Conv2d: 2 images of 5 × 4 with 3 channels, 4 filters of 3 × 3',
            array('kConvX', ours(x)), array('kConvW', ours(w)), array('kConvB', b.detach()),
            array('kConvDy', ours(dy)), array('kConvY', ours(y)), array('kConvDx', ours(x.grad)),
            array('kConvDw', ours(w.grad)), array('kConvDb', b.grad), '']


def pooling(rng):
    x = tensor(rounded(rng, 2, 5, 7, 6))
    y = functional.max_pool2d(x, 2)
    dy = tensor(rounded(rng, *y.shape), requires_grad=False)
    y.backward(dy)
    return ['// MaxPool2d: 2 images of 7 × 6 with 5 channels, squares of 2 × 2',
            array('kPoolX', ours(x)), array('kPoolY', ours(y)), array('kPoolDy', ours(dy)),
            array('kPoolDx', ours(x.grad)), '']


def network(rng):
    height, width, filters, kernel, hidden, classes = 10, 12, (2, 3), 3, 4, 3
    places = 1 * 1
    shapes = {'conv1.weight': (filters[0], 1, kernel, kernel), 'conv1.bias': (filters[0],),
              'conv2.weight': (filters[1], filters[0], kernel, kernel), 'conv2.bias': (filters[1],),
              'hidden.weight': (hidden, filters[1] * places), 'hidden.bias': (hidden,),
              'head.weight': (classes, hidden), 'head.bias': (classes,)}
    p = {name: tensor(rounded(rng, *shape, scale=0.6)) for name, shape in shapes.items()}
    x = np.round(rng.uniform(size=(3, 1, height, width)), 2)
    targets = torch.tensor([2, 0, 1])

    y = functional.max_pool2d(
        functional.relu(functional.conv2d(tensor(x, False), p['conv1.weight'], p['conv1.bias'])), 2)
    y = functional.max_pool2d(
        functional.relu(functional.conv2d(y, p['conv2.weight'], p['conv2.bias'])), 2)
    y = y.permute(0, 2, 3, 1).reshape(3, -1)
    y = functional.relu(functional.linear(y, p['hidden.weight'], p['hidden.bias']))
    logits = functional.linear(y, p['head.weight'], p['head.bias'])
    loss = functional.cross_entropy(logits, targets, reduction='sum')
    (loss / 3).backward()

    def flat(values):
        return ours(values) if values.dim() == 4 else values.detach().numpy()

    parameters = np.concatenate([flat(v).ravel() for v in p.values()])
    gradients = np.concatenate([flat(v.grad).ravel() for v in p.values()])
    assert all(v.grad.abs().sum() > 0 for v in p.values())
    return ['// ImageCnn: 3 images of 10 × 12, 2 and 3 filters of 3 × 3, 4 hidden, 3 classes, no',
            '// dropout, scale ⅓; all parameters one after the other',
            array('kImages', x), array('kTargets', targets, 'std::int32_t'),
            array('kParameters', parameters), array('kLogits', logits.detach()),
            number('kNats', loss.detach()), array('kGradients', gradients)]


if __name__ == '__main__':
    generator = np.random.default_rng(5)
    write('tests/cpp/nn/image_golden.inc', 'generate_image_golden.py',
          convolution(generator) + pooling(generator) + network(generator), 'PyTorch')
