from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response

from surveys.access import owned_survey
from surveys.exporting import writer_for
from surveys.models import Survey

router = APIRouter(prefix="/surveys/{survey_id}")


@router.get("/answers/count")
async def count(survey: Annotated[Survey, Depends(owned_survey)]) -> int:
    return await survey.answers.count()


@router.get("/export")
async def export(survey: Annotated[Survey, Depends(owned_survey)], writer: str | None = None) -> Response:
    try:
        write = writer_for(writer)
    except (ImportError, AttributeError, ValueError) as problem:
        raise HTTPException(422, "unknown writer") from problem
    content, media_type = write(survey, await survey.answers.all())
    headers = {"Content-Disposition": f'attachment; filename="survey-{survey.id}"'}
    return Response(content, media_type=media_type, headers=headers)
