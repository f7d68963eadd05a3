<?php

declare(strict_types=1);

namespace Acme\Report;

use PDO;

final class Turnover
{
    public function __construct(private readonly PDO $db)
    {
    }

    public function total(): int
    {
        return (int) $this->db->query('SELECT COALESCE(SUM(cents), 0) FROM sales')->fetchColumn();
    }
}
