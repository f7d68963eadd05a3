import logging

from .builder import ReportBuilder
from .models import Job, session_scope

log = logging.getLogger(__name__)


def run(job_id: int) -> None:
    """Entry point of the queue: builds one report."""
    with session_scope() as session:
        job = session.get(Job, job_id)
        if job is None or job.state != "queued":
            return
        try:
            job.file_key = ReportBuilder(job.account_id, job.month).build()
            job.state = "done"
        except Exception:
            log.exception("report job %s failed", job_id)
            job.error = f"The report could not be built, please quote job {job_id} to support."
            job.state = "failed"
