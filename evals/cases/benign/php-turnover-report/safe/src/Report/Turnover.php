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

    /** @return list<TurnoverLine> */
    public function lines(TurnoverQuery $query): array
    {
        $label = match ($query->grouping) {
            'month' => "to_char(sold_on, 'YYYY-MM')",
            'shop' => 'shops.name',
            default => 'CAST(sold_on AS text)',
        };
        $where = 'sold_on BETWEEN ? AND ?';
        $values = [$query->from->format('Y-m-d'), $query->until->format('Y-m-d')];
        if ($query->shops !== []) {
            $marks = implode(', ', array_fill(0, count($query->shops), '?'));
            $where .= " AND shop_id IN ($marks)";
            array_push($values, ...$query->shops);
        }
        $statement = $this->db->prepare(
            "SELECT $label AS label, COUNT(*) AS sales, SUM(cents) AS cents
               FROM sales JOIN shops ON shops.id = sales.shop_id
              WHERE $where GROUP BY 1 ORDER BY 1 LIMIT 1000"
        );
        $statement->execute($values);
        $rows = $statement->fetchAll(PDO::FETCH_ASSOC);

        return array_map(
            static fn (array $row) => new TurnoverLine($row['label'], (int) $row['sales'], (int) $row['cents']),
            $rows,
        );
    }
}
