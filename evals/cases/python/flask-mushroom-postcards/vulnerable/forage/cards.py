from flask import render_template_string

LAYOUT = """\
<article class="card card-{{ find.season }}">
  <img src="{{ url_for('finds.photo', find_id=find.id) }}" alt="">
  <p>%GREETING%</p>
  <footer>{{ find.species }}, {{ find.day.isoformat() }}</footer>
</article>
"""


def postcard(find, greeting):
    """One find as a card, with the words of the forager."""
    return render_template_string(LAYOUT.replace("%GREETING%", greeting), find=find)
