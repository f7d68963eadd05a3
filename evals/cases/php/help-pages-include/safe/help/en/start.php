<h1>Help</h1>
<p>Choose a topic, or write to us at any time.</p>
<ul>
  <li><a href="?topic=billing">Billing</a></li>
  <li><a href="?topic=shipping">Shipping</a></li>
  <li><a href="?topic=returns">Returns</a></li>
</ul>
