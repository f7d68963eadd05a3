"""Settings of the service, read once at start."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
TRUE = {"1", "true", "yes", "on"}


class ConfigError(ValueError):
    """A setting is missing or wrong; the message names the variable and never its value."""


@dataclass(frozen=True)
class Config:
    database_url: str = field(repr=False)
    session_key: bytes = field(repr=False)
    smtp_password: str = field(repr=False)
    smtp_host: str = "localhost"
    bind: str = "127.0.0.1"
    port: int = 8000
    log_level: str = "INFO"
    show_banner: bool = False

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Config:
        return cls(
            database_url=_database_url(environ),
            session_key=_session_key(environ),
            smtp_password=_secret(environ, "SMTP_PASSWORD"),
            smtp_host=environ.get("SMTP_HOST", cls.smtp_host),
            bind=environ.get("BIND", cls.bind),
            port=_port(environ.get("PORT", str(cls.port))),
            log_level=_level(environ.get("LOG_LEVEL", cls.log_level)),
            show_banner=environ.get("SHOW_BANNER", "").lower() in TRUE,
        )

    def setup_logging(self) -> None:
        logging.basicConfig(level=self.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s")


def _secret(environ: Mapping[str, str], name: str) -> str:
    """Return a secret from NAME, or from the file that NAME_FILE names."""
    if name in environ:
        return environ[name]
    if path := environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    raise ConfigError(f"{name} or {name}_FILE must be set")


def _session_key(environ: Mapping[str, str]) -> bytes:
    try:
        key = bytes.fromhex(_secret(environ, "SESSION_KEY"))
    except ValueError as error:
        raise ConfigError("SESSION_KEY must be hexadecimal") from error
    if len(key) < 32:
        raise ConfigError("SESSION_KEY must have at least 32 bytes")
    return key


def _database_url(environ: Mapping[str, str]) -> str:
    url = _secret(environ, "DATABASE_URL")
    if urlsplit(url).scheme not in {"postgresql", "postgresql+psycopg"}:
        raise ConfigError("DATABASE_URL must be a PostgreSQL address")
    return url


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ConfigError("PORT must be a number between 1 and 65535")
    return int(text)


def _level(text: str) -> str:
    if text.upper() not in LEVELS:
        raise ConfigError(f"LOG_LEVEL must be one of {', '.join(LEVELS)}")
    return text.upper()
