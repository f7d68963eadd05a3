import pytest

from shop.accounts import Account
from shop.app import create_app
from shop.database import db

PASSWORD = "correct horse battery staple"


@pytest.fixture
def app():
    app = create_app({"TESTING": True, "SQLALCHEMY_DATABASE_URI": "sqlite:///:memory:"})
    with app.app_context():
        db.create_all()
        yield app
        db.drop_all()


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def account(app):
    account = Account(email="ada@example.com", name="Ada")
    account.set_password(PASSWORD)
    db.session.add(account)
    db.session.commit()
    return account
