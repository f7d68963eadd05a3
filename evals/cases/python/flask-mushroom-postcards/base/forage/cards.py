from flask import render_template_string

LAYOUT = """\
<article class="card card-{{ find.season }}">
  <img src="{{ url_for('finds.photo', find_id=find.id) }}" alt="">
  <p>Greetings from the woods!</p>
  <footer>{{ find.species }}, {{ find.day.isoformat() }}</footer>
</article>
"""


def postcard(find):
    return render_template_string(LAYOUT, find=find)
