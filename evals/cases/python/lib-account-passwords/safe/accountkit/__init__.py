"""Accounts for small services: sign-up, sign-in, password change."""
from accountkit.accounts import Accounts, SignInRefused
from accountkit.storage import JsonStorage, Storage

__all__ = ["Accounts", "JsonStorage", "SignInRefused", "Storage"]
__version__ = "0.4.0"
