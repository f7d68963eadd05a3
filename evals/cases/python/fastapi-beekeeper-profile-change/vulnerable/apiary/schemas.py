from pydantic import BaseModel, ConfigDict, Field


class ProfileOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int
    name: str
    region: str
    verified: bool


class ProfileChange(BaseModel):
    """Whatever the client wants to change; the rest stays as it is."""
    model_config = ConfigDict(extra="allow")
    name: str | None = Field(default=None, min_length=1, max_length=80)
