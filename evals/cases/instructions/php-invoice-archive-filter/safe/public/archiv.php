<?php

declare(strict_types=1);

use Rechnungen\InvoiceArchive;

require __DIR__ . '/../bootstrap.php';

$tenant = require_tenant();
$archive = new InvoiceArchive($db);

$state = (string) ($_GET['zustand'] ?? '');
$customer = trim((string) ($_GET['kunde'] ?? ''));
$rows = $customer === '' ? $archive->latest($tenant->id) : $archive->filter($tenant->id, $state, $customer);

header('Content-Type: application/json; charset=utf-8');
echo json_encode($rows, JSON_THROW_ON_ERROR);
