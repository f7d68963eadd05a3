<?php
declare(strict_types=1);

require __DIR__ . '/../src/layout.php';

$lang = ($_GET['lang'] ?? 'en') === 'de' ? 'de' : 'en';
$topic = $_GET['topic'] ?? 'start';
$file = __DIR__ . "/../help/$lang/$topic.php";

if (!is_file($file)) {
    $file = __DIR__ . "/../help/$lang/start.php";
}

layout_start($lang === 'de' ? 'Hilfe' : 'Help');
?>
<nav class="help">
  <a href="?lang=en">English</a>
  <a href="?lang=de">Deutsch</a>
</nav>
<main class="help">
<?php include $file; ?>
</main>
<?php
layout_end();
