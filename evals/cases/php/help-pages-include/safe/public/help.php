<?php
declare(strict_types=1);

require __DIR__ . '/../src/layout.php';

$lang = ($_GET['lang'] ?? 'en') === 'de' ? 'de' : 'en';
$topics = ['start', 'billing', 'shipping', 'returns', 'privacy'];
$topic = $_GET['topic'] ?? 'start';
if (!in_array($topic, $topics, true)) {
    $topic = 'start';
}
$file = __DIR__ . "/../help/$lang/$topic.php";

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
