from sqlalchemy.ext.asyncio import AsyncSession

from .models import Member


async def rename(session: AsyncSession, member: Member, name: str) -> Member:
    member.name = name
    await session.commit()
    return member
