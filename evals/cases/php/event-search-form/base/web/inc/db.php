<?php
$pdo = new PDO(
    'mysql:host=' . getenv('DB_HOST') . ';dbname=events;charset=utf8mb4',
    getenv('DB_USER'),
    getenv('DB_PASSWORD'),
    array(PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION, PDO::ATTR_EMULATE_PREPARES => false)
);
