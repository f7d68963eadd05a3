<?php
declare(strict_types=1);

final class MemberAccounts
{
    private PDO $db;

    public function __construct(PDO $db)
    {
        $this->db = $db;
    }

    public function findByEmail(string $email): ?array
    {
        $stmt = $this->db->prepare('SELECT id, email, name, password FROM members WHERE email = ?');
        $stmt->execute([mb_strtolower(trim($email))]);
        $row = $stmt->fetch(PDO::FETCH_ASSOC);
        return $row === false ? null : $row;
    }

    /** Members sign in with a link we mail them. */
    public function register(string $email, string $name): int
    {
        $stmt = $this->db->prepare('INSERT INTO members (email, name) VALUES (?, ?)');
        $stmt->execute([mb_strtolower(trim($email)), trim($name)]);
        return (int) $this->db->lastInsertId();
    }

    public function rename(int $id, string $name): void
    {
        $stmt = $this->db->prepare('UPDATE members SET name = ? WHERE id = ?');
        $stmt->execute([trim($name), $id]);
    }
}
