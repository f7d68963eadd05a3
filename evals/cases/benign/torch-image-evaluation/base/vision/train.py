"""Training of the defect classifier."""

from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader

CHECKPOINTS = Path("checkpoints")


def train(model: nn.Module, data: DataLoader, epochs: int) -> None:
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
    loss = nn.CrossEntropyLoss()
    for epoch in range(epochs):
        model.train()
        for images, labels in data:
            optimizer.zero_grad()
            loss(model(images), labels).backward()
            optimizer.step()
        torch.save(model.state_dict(), CHECKPOINTS / f"epoch-{epoch:03}.pt")
