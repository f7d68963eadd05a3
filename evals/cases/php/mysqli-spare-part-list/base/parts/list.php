<?php
require_once __DIR__ . '/../inc/bootstrap.php';
require_login();

$db = db();
$result = $db->query('SELECT id, number, name, stock, price FROM parts ORDER BY number LIMIT 50');
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
      <th>Number</th>
      <th>Name</th>
      <th>Stock</th>
      <th>Price</th>
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
<?php page_footer();
