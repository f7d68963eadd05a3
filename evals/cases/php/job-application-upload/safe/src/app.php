<?php
declare(strict_types=1);

session_start(['cookie_httponly' => true, 'cookie_secure' => true, 'cookie_samesite' => 'Strict']);

require __DIR__ . '/templates.php';

function pdo(): PDO
{
    static $pdo;
    return $pdo ??= new PDO(getenv('DSN'), getenv('DB_USER'), getenv('DB_PASS'), [
        PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
    ]);
}

function find_job(int $id): ?array
{
    $q = pdo()->prepare('SELECT id, title, town FROM jobs WHERE id = ? AND closed_at IS NULL');
    $q->execute([$id]);
    return $q->fetch(PDO::FETCH_ASSOC) ?: null;
}

function save_application(int $jobId, string $name, string $email, string $cv): void
{
    pdo()->prepare('INSERT INTO applications (job_id, name, email, cv) VALUES (?, ?, ?, ?)')
        ->execute([$jobId, $name, $email, $cv]);
}

function check_csrf_token(string $given): void
{
    if (!hash_equals($_SESSION['csrf'] ?? random_bytes(16), $given)) {
        http_response_code(403);
        exit('The form has expired.');
    }
}
