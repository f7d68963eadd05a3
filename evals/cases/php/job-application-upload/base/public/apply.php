<?php
declare(strict_types=1);

require __DIR__ . '/../src/app.php';

$jobId = filter_input(INPUT_GET, 'job', FILTER_VALIDATE_INT);
$job = $jobId ? find_job($jobId) : null;
if ($job === null) {
    http_response_code(404);
    exit('This job is no longer open.');
}

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    check_csrf_token($_POST['token'] ?? '');
    $name = trim((string) ($_POST['name'] ?? ''));
    $email = filter_input(INPUT_POST, 'email', FILTER_VALIDATE_EMAIL);
    if ($name === '' || !$email) {
        exit(render('apply', ['job' => $job, 'error' => 'Please give your name and address.']));
    }
    save_application($job['id'], $name, $email);
    header('Location: /thanks.php');
    exit;
}

echo render('apply', ['job' => $job, 'error' => null]);
