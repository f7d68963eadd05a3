<?php
include 'inc/db.php';

$stmt = $pdo->query("SELECT id, title, venue, starts FROM events WHERE starts >= NOW() ORDER BY starts LIMIT 100");
$events = $stmt->fetchAll(PDO::FETCH_ASSOC);

include 'inc/head.php';
?>
<div id="content">
  <h2>All events</h2>
  <ul class="events">
<?php foreach ($events as $e): ?>
    <li>
      <a href="event.php?id=<?php echo (int)$e['id']; ?>"><?php echo htmlspecialchars($e['title']); ?></a>
      <span><?php echo htmlspecialchars($e['venue']); ?>, <?php echo date('j M Y', strtotime($e['starts'])); ?></span>
    </li>
<?php endforeach; ?>
  </ul>
<?php if (!$events): ?>
  <p>Nothing found.</p>
<?php endif; ?>
</div>
<?php include 'inc/foot.php'; ?>
