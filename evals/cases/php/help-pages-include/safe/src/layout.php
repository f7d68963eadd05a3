<?php
declare(strict_types=1);

header("Content-Security-Policy: default-src 'self'");
header('X-Content-Type-Options: nosniff');

function layout_start(string $title): void
{
    $safe = htmlspecialchars($title, ENT_QUOTES);
    echo "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>$safe</title></head><body>\n";
}

function layout_end(): void
{
    echo "\n</body></html>\n";
}
