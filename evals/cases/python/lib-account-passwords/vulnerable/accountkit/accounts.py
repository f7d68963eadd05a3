from __future__ import annotations

from accountkit.passwords import hash_password, verify_password
from accountkit.storage import Storage


class SignInRefused(Exception):
    pass


class Accounts:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._nobody = hash_password("no account has this one")

    def sign_up(self, login: str, password: str) -> None:
        self._storage.add(login.casefold(), hash_password(password))

    def sign_in(self, login: str, password: str) -> None:
        """Returns if login and password belong together; takes as long for unknown logins."""
        stored = self._storage.get(login.casefold())
        if not verify_password(password, stored or self._nobody) or stored is None:
            raise SignInRefused

    def change_password(self, login: str, old: str, new: str) -> None:
        self.sign_in(login, old)
        self._storage.replace(login.casefold(), hash_password(new))
