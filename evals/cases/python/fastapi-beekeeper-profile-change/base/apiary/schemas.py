from pydantic import BaseModel, ConfigDict, Field


class ProfileOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: int
    name: str
    region: str
    verified: bool


class ProfileChange(BaseModel):
    name: str = Field(min_length=1, max_length=80)
    region: str
