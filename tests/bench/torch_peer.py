"""Trains the image network in PyTorch on random pictures, one thread, and prints one JSON object.

usage: torch_peer.py BATCH STEPS
"""

import json
import sys
import time

import torch
from torch import nn

WARM_UP = 20  # steps


def main():
    batch, steps = int(sys.argv[1]), int(sys.argv[2])
    torch.set_num_threads(1)
    model = nn.Sequential(
        nn.Conv2d(1, 12, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(12, 24, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(384, 128),
        nn.ReLU(),
        nn.Dropout(0.25),
        nn.Linear(128, 5),
    )
    optimiser = torch.optim.Adam(model.parameters(), lr=0.005)
    loss = nn.CrossEntropyLoss()
    x, y = torch.rand(batch, 1, 28, 28), torch.arange(batch) % 5

    def train(count):
        for _ in range(count):
            optimiser.zero_grad()
            loss(model(x), y).backward()
            optimiser.step()

    train(WARM_UP)
    start = time.perf_counter()
    train(steps)
    print(json.dumps({"imagesPerSecond": steps * batch / (time.perf_counter() - start)}))


main()
