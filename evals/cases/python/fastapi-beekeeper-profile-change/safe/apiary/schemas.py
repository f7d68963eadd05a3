from pydantic import BaseModel, ConfigDict, Field


class ProfileOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int
    name: str
    region: str
    verified: bool


class ProfileChange(BaseModel):
    """Whatever the client wants to change; the rest stays as it is."""
    model_config = ConfigDict(extra="forbid")
    name: str = Field(default="", min_length=1, max_length=80)
    region: str = ""
    phone: str = ""
