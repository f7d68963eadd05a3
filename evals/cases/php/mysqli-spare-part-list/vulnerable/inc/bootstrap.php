<?php
session_start(['cookie_httponly' => true, 'cookie_secure' => true, 'cookie_samesite' => 'Lax']);

function db(): mysqli
{
    static $db = null;
    if ($db === null) {
        mysqli_report(MYSQLI_REPORT_OFF);
        $db = new mysqli(getenv('DB_HOST'), getenv('DB_USER'), getenv('DB_PASS'), 'workshop');
        $db->set_charset('utf8mb4');
    }
    return $db;
}

function h(?string $text): string
{
    return htmlspecialchars($text ?? '', ENT_QUOTES, 'UTF-8');
}

function require_login(): void
{
    if (empty($_SESSION['user_id'])) {
        header('Location: /login.php');
        exit;
    }
}

function page_header(string $title): void
{
    echo '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>' . h($title) . '</title></head><body>';
}

function page_footer(): void
{
    echo '</body></html>';
}
