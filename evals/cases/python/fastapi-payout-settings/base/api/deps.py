from collections.abc import AsyncIterator

from fastapi import Depends, HTTPException, Security, status
from fastapi.security import OAuth2PasswordBearer
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import session_factory
from api.models import User
from api.tokens import InvalidToken, user_id_from_token

bearer = OAuth2PasswordBearer(tokenUrl="/auth/token")


async def get_db() -> AsyncIterator[AsyncSession]:
    async with session_factory() as session:
        yield session


async def current_user(token: str = Security(bearer), db: AsyncSession = Depends(get_db)) -> User:
    try:
        user = await db.get(User, user_id_from_token(token))
    except InvalidToken:
        user = None
    if user is None or user.disabled:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Sign in first")
    return user


async def treasurer(user: User = Depends(current_user)) -> User:
    if "treasurer" not in user.roles:
        raise HTTPException(status.HTTP_403_FORBIDDEN, "Only for treasurers")
    return user
