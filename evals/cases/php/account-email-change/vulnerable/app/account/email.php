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

header('Content-Type: application/json');

$input = json_decode(file_get_contents('php://input'), true) ?: $_POST;
$email = filter_var($input['email'] ?? '', FILTER_VALIDATE_EMAIL);
if ($email === false) {
    http_response_code(422);
    exit(json_encode(['error' => 'Please enter a valid address.']));
}

$users->changeEmail($user->id, $email);
$mailer->confirmAddress($user->id, $email);
echo json_encode(['message' => 'We have sent a message to your new address.']);
