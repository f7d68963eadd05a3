from sqlalchemy.ext.asyncio import AsyncSession

from .models import Member


async def rename(session: AsyncSession, member: Member, name: str) -> Member:
    member.name = name
    await session.commit()
    return member


async def patch(session: AsyncSession, member: Member, changes: dict) -> Member:
    for key, value in changes.items():
        if hasattr(member, key):
            setattr(member, key, value)
    await session.commit()
    return member
