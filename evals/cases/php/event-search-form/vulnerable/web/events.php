<?php
include 'inc/db.php';

$q = isset($_GET['q']) ? trim($_GET['q']) : '';
$stmt = $pdo->prepare("SELECT id, title, venue, starts FROM events
                       WHERE starts >= NOW() AND title LIKE ? ORDER BY starts LIMIT 100");
$stmt->execute(array('%' . $q . '%'));
$events = $stmt->fetchAll(PDO::FETCH_ASSOC);

include 'inc/head.php';
?>
<div id="content">
  <form action="events.php" method="get" class="search">
    <input type="search" name="q" value="<?php echo $q; ?>" placeholder="What are you looking for?">
    <input type="submit" value="Search">
  </form>
<?php if ($q != ''): ?>
  <h2>Events for &ldquo;<?php echo $q; ?>&rdquo;</h2>
<?php else: ?>
  <h2>All events</h2>
<?php endif; ?>
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
