import re

import pytest

from shop.accounts import Account
from tests.conftest import PASSWORD

SIGN_IN = "/account/sign-in"


def csrf(client, path):
    page = client.get(path).get_data(as_text=True)
    return re.search(r'name="csrf_token" value="([^"]+)"', page).group(1)


def submit(client, path, **fields):
    return client.post(path, data={"csrf_token": csrf(client, path), **fields})


def test_the_password_is_not_stored_as_it_is(account):
    assert PASSWORD not in account.password_hash
    assert account.password_hash.startswith("scrypt:")


def test_sign_in(client, account):
    response = submit(client, SIGN_IN, email=account.email, password=PASSWORD)
    assert response.status_code == 302
    assert response.location == "/account/"


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("ada@example.com", "wrong"),
        ("ada@example.com", ""),
        ("nobody@example.com", PASSWORD),
        ("' OR '1'='1", "' OR '1'='1"),
        ("<script>alert(1)</script>", PASSWORD),
    ],
)
def test_sign_in_is_refused(client, account, email, password):
    response = submit(client, SIGN_IN, email=email, password=password)
    assert response.status_code == 401
    assert "<script>alert" not in response.get_data(as_text=True)


def test_the_session_cookie_is_guarded(client, account):
    response = submit(client, SIGN_IN, email=account.email, password=PASSWORD)
    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "Secure" in cookie
    assert "SameSite=Lax" in cookie


def test_a_form_without_token_is_refused(client, account):
    response = client.post(SIGN_IN, data={"email": account.email, "password": PASSWORD})
    assert response.status_code == 400


def test_next_stays_on_the_site(client, account):
    for address in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"):
        response = client.get(SIGN_IN, query_string={"next": address})
        assert "elsewhere.example" not in response.get_data(as_text=True)


def test_sign_up(client):
    response = submit(client, "/account/sign-up", email="grace@example.com", name="Grace", password="a-long-passphrase-1")
    assert response.status_code == 302
    assert Account.query.filter_by(email="grace@example.com").one().name == "Grace"


def test_change_of_password(client, account):
    submit(client, SIGN_IN, email=account.email, password=PASSWORD)
    submit(client, "/account/password", current=PASSWORD, new="another long passphrase")
    assert account.check_password("another long passphrase")
    assert not account.check_password(PASSWORD)
