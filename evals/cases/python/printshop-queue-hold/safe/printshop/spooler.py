import os
import shlex

import paramiko


class SpoolerError(RuntimeError):
    pass


class Spooler:
    """Talks to the CUPS machine in the basement."""

    def __init__(self, host=None):
        self._host = host or os.environ["SPOOLER_HOST"]
        self._client = paramiko.SSHClient()
        self._client.load_system_host_keys()
        self._client.set_missing_host_key_policy(paramiko.RejectPolicy())

    def __enter__(self):
        self._client.connect(self._host, username="spool", key_filename=os.environ["SPOOLER_KEY"])
        return self

    def __exit__(self, *exc):
        self._client.close()

    def _run(self, line):
        _, out, err = self._client.exec_command(line, timeout=15)
        if out.channel.recv_exit_status():
            raise SpoolerError(err.read().decode(errors="replace"))
        return out.read().decode(errors="replace")

    def release(self, job_id):
        return self._run("lp -i %d -H resume" % job_id)

    def cancel(self, queue, job_id):
        return self._run("cancel %s-%d" % (shlex.quote(queue), job_id))

    def hold(self, job_id, reason="held by staff"):
        # the note shows up on the panel of the machine
        note = shlex.quote(reason)
        return self._run("lp -i %d -H hold && panel-note %d -- %s" % (job_id, job_id, note))
