from pathlib import Path


class ReportStorage:
    def __init__(self, base: Path):
        self._base = base

    def read(self, sample_id: int, language: str = "en") -> bytes | None:
        sample = f"{sample_id:08d}"
        candidate = self._base / sample / language / "report.pdf"
        try:
            return candidate.read_bytes()
        except FileNotFoundError:
            return None

    def write(self, sample_id: int, content: bytes, language: str = "en") -> None:
        folder = self._base / f"{sample_id:08d}" / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.pdf").write_bytes(content)
