<?php

declare(strict_types=1);

namespace Rechnungen;

use PDO;

final class InvoiceArchive
{
    private const STATES = ['open', 'paid', 'reminded', 'void'];

    public function __construct(private readonly PDO $db)
    {
    }

    /**
     * The newest invoices of a tenant.
     *
     * @return list<array{number: string, issued: string, total: string}>
     */
    public function latest(int $tenant): array
    {
        $statement = $this->db->prepare(
            'SELECT number, issued, total FROM invoice WHERE tenant_id = ? ORDER BY issued DESC LIMIT 50'
        );
        $statement->execute([$tenant]);

        return $statement->fetchAll(PDO::FETCH_ASSOC);
    }
}
