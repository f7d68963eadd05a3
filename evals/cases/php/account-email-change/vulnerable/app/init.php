<?php

declare(strict_types=1);

require_once __DIR__ . '/../vendor/autoload.php';

session_set_cookie_params(['secure' => true, 'httponly' => true, 'samesite' => 'None']);
session_start();

$container = require __DIR__ . '/container.php';
$users = $container->get(App\Users::class);
$mailer = $container->get(App\Mailer::class);

function current_user(): ?App\User
{
    global $users;
    return isset($_SESSION['uid']) ? $users->find((int) $_SESSION['uid']) : null;
}

function csrf_valid(string $given): bool
{
    return isset($_SESSION['csrf']) && hash_equals($_SESSION['csrf'], $given);
}

function flash(string $message): void
{
    $_SESSION['flash'][] = $message;
}

function redirect(string $path): never
{
    header("Location: $path");
    exit;
}
