<?php
require_once __DIR__ . '/../inc/bootstrap.php';
require_login();

$db = db();

$perPage = 50;
$page = max(1, (int) ($_GET['page'] ?? 1));
$sort = $_GET['sort'] ?? 'number';
$dir = $_GET['dir'] ?? 'ASC';

$sql = 'SELECT id, number, name, stock, price FROM parts';
$sql .= " ORDER BY $sort $dir LIMIT " . ($page - 1) * $perPage . ", $perPage";
$result = $db->query($sql);
if (!$result) {
    error_log('parts list: ' . $db->error);
    http_response_code(500);
    exit('The list is not available.');
}

page_header('Spare parts');
?>
<table class="list">
  <thead>
    <tr>
      <th><a href="?sort=number">Number</a></th>
      <th><a href="?sort=name">Name</a></th>
      <th><a href="?sort=stock&amp;dir=DESC">Stock</a></th>
      <th><a href="?sort=price&amp;dir=DESC">Price</a></th>
    </tr>
  </thead>
  <tbody>
<?php while ($row = $result->fetch_assoc()): ?>
    <tr>
      <td><a href="edit.php?id=<?= (int) $row['id'] ?>"><?= h($row['number']) ?></a></td>
      <td><?= h($row['name']) ?></td>
      <td class="num"><?= (int) $row['stock'] ?></td>
      <td class="num"><?= number_format((float) $row['price'], 2, ',', '.') ?></td>
    </tr>
<?php endwhile; ?>
  </tbody>
</table>
<p class="pager">
<?php if ($page > 1): ?>
  <a href="?page=<?= $page - 1 ?>">back</a>
<?php endif; ?>
  <a href="?page=<?= $page + 1 ?>">next</a>
</p>
<?php page_footer();
