from flask import Blueprint, render_template_string, request

from herbarium.store import specimens

bp = Blueprint("herbarium", __name__)

LIST = """
<h1>{{ found|length }} sheets</h1>
<ul>
{% for sheet in found %}
  <li>{{ sheet.taxon|latin }}: {{ sheet.label|highlight(term) }}</li>
{% endfor %}
</ul>
"""


@bp.route("/sheets")
def sheets():
    term = request.args.get("q", "").strip()[:80]
    found = specimens.search(term) if term else specimens.recent(30)
    return render_template_string(LIST, found=found, term=term)
