<?php

declare(strict_types=1);

require_once __DIR__ . '/../init.php';

$user = current_user();
if ($user === null) {
    redirect('/login');
}

if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
    http_response_code(405);
    exit;
}

if (!csrf_valid($_POST['csrf'] ?? '')) {
    http_response_code(403);
    exit('The form has expired, please reload the page.');
}

$email = filter_var($_POST['email'] ?? '', FILTER_VALIDATE_EMAIL);
if ($email === false) {
    flash('Please enter a valid address.');
    redirect('/account');
}

$users->changeEmail($user->id, $email);
$mailer->confirmAddress($user->id, $email);
flash('We have sent a message to your new address.');
redirect('/account');
