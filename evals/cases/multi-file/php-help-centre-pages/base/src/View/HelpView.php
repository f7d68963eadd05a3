<?php

declare(strict_types=1);

namespace Kundenportal\View;

final class HelpView
{
    public function __construct(
        private readonly string $folder,
        private readonly string $locale = 'de',
    ) {
    }

    /**
     * The HTML of a help page, with head and foot.
     */
    public function render(): string
    {
        ob_start();
        try {
            $this->part('head');
            include $this->folder . '/start.php';
            $this->part('foot');
        } finally {
            $html = (string) ob_get_clean();
        }

        return $html;
    }

    /**
     * @param 'head'|'foot' $name
     */
    private function part(string $name): void
    {
        include sprintf('%s/parts/%s.%s.php', $this->folder, $name, $this->locale);
    }
}
