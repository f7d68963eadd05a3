"""Talk to the loan desks of partner museums."""
import requests



class LoanDeskError(Exception):
    pass


class LoanDesk:
    def __init__(self, base, token):
        self.base = base.rstrip("/")
        self.token = token
        self.http = requests.Session()

    def get(self, path):
        url = self.base + path
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        reply = self.http.get(url, headers=headers, timeout=20)
        if reply.status_code != 200:
            raise LoanDeskError(f"{path}: {reply.status_code}")
        return reply.json()

    def loans(self, object_number):
        return self.get(f"/objects/{int(object_number)}/loans")
