import httpx

LIMIT = 512 * 1024


class FetchError(Exception):
    pass


async def calendar_text(address) -> str:
    async with httpx.AsyncClient(timeout=10) as client:
        response = await client.get(str(address), headers={"Accept": "text/calendar"})
    if response.status_code != 200 or len(response.content) > LIMIT:
        raise FetchError("no calendar there")
    return response.text
