<?php

declare(strict_types=1);

use Acme\Report\Turnover;
use Acme\Report\TurnoverQuery;

require __DIR__ . '/../bootstrap.php';

require_role('accounting');

$query = TurnoverQuery::fromInput($_GET);
$report = new Turnover(database());
$escape = static fn (string $text): string => htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
?>
<p>Turnover: <?= number_format($report->total() / 100, 2) ?></p>
<form>
    <label>From <input type="date" name="from" value="<?= $query->from->format('Y-m-d') ?>"></label>
    <label>until <input type="date" name="until" value="<?= $query->until->format('Y-m-d') ?>"></label>
    <select name="by">
        <?php foreach (TurnoverQuery::GROUPINGS as $grouping): ?>
            <option<?= $grouping === $query->grouping ? ' selected' : '' ?>><?= $escape($grouping) ?></option>
        <?php endforeach ?>
    </select>
    <button>Show</button>
</form>
<table>
    <?php foreach ($report->lines($query) as $line): ?>
        <tr>
            <th><?= $escape($line->label) ?></th>
            <td><?= $line->sales ?></td>
            <td><?= number_format($line->cents / 100, 2) ?></td>
        </tr>
    <?php endforeach ?>
</table>
