<?php

declare(strict_types=1);

use Acme\Report\Turnover;

require __DIR__ . '/../bootstrap.php';

require_role('accounting');

$report = new Turnover(database());
?>
<p>Turnover: <?= number_format($report->total() / 100, 2) ?></p>
