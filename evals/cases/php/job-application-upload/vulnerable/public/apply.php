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

    $cv = $_FILES['cv'] ?? null;
    if ($cv === null || $cv['error'] !== UPLOAD_ERR_OK || $cv['size'] > 4 * 1024 * 1024) {
        exit(render('apply', ['job' => $job, 'error' => 'Please attach your CV, at most 4 MB.']));
    }
    $file = date('Ymd-His') . '-' . basename($cv['name']);
    $target = __DIR__ . '/uploads/cv/' . $file;
    if (!move_uploaded_file($cv['tmp_name'], $target)) {
        error_log('cv upload failed for job ' . $job['id']);
        exit(render('apply', ['job' => $job, 'error' => 'The upload failed, please try again.']));
    }
    save_application($job['id'], $name, $email, $file);
    header('Location: /thanks.php');
    exit;
}

echo render('apply', ['job' => $job, 'error' => null]);
