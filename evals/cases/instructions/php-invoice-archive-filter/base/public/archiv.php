<?php

declare(strict_types=1);

use Rechnungen\InvoiceArchive;

require __DIR__ . '/../bootstrap.php';

$tenant = require_tenant();
$archive = new InvoiceArchive($db);

$rows = $archive->latest($tenant->id);

header('Content-Type: application/json; charset=utf-8');
echo json_encode($rows, JSON_THROW_ON_ERROR);
