"""Accuracy of the saved checkpoints."""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, Subset

from vision.data import validation_set
from vision.model import build_model
from vision.train import CHECKPOINTS

RESULTS = Path("results")


@dataclass(frozen=True)
class Score:
    checkpoint: str
    images: int
    accuracy: float
    worst_class: int


def load(path: Path) -> nn.Module:
    model = build_model()
    state = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(state)
    return model.eval()


def sample(data: Dataset, size: int, seed: int) -> Subset:
    """Return the same random part of the data for the same seed."""
    chooser = random.Random(seed)
    return Subset(data, chooser.sample(range(len(data)), min(size, len(data))))


@torch.inference_mode()
def score(model: nn.Module, loader: DataLoader, classes: int, name: str) -> Score:
    right, total = torch.zeros(classes), torch.zeros(classes)
    for images, labels in loader:
        hits = model(images).argmax(dim=1) == labels
        total += torch.bincount(labels, minlength=classes)
        right += torch.bincount(labels[hits], minlength=classes)
    per_class = right / total.clamp(min=1)
    accuracy = float(right.sum() / total.sum().clamp(min=1))
    return Score(name, int(total.sum()), accuracy, int(per_class.argmin()))


def scores(size: int, seed: int) -> Iterator[Score]:
    data = validation_set()
    loader = DataLoader(sample(data, size, seed), batch_size=64, num_workers=2)
    for path in sorted(CHECKPOINTS.glob("epoch-*.pt")):
        yield score(load(path), loader, len(data.classes), path.stem)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    RESULTS.mkdir(exist_ok=True)
    table = [asdict(item) for item in scores(arguments.size, arguments.seed)]
    (RESULTS / "validation.json").write_text(json.dumps(table, indent=2), encoding="utf-8")
    best = max(table, key=lambda row: row["accuracy"], default=None)
    print("no checkpoints" if best is None else f"best: {best['checkpoint']} at {best['accuracy']:.2%}")


if __name__ == "__main__":
    main()
