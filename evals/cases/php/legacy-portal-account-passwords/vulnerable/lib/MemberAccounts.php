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

    public function register(string $email, string $name, string $password): int
    {
        if (mb_strlen($password) < 12) {
            throw new InvalidArgumentException('Please choose a password of at least 12 characters.');
        }
        $stmt = $this->db->prepare('INSERT INTO members (email, name, password) VALUES (?, ?, ?)');
        $stmt->execute([mb_strtolower(trim($email)), trim($name), $this->hash($password)]);
        return (int) $this->db->lastInsertId();
    }

    public function signIn(string $email, string $password): ?int
    {
        $member = $this->findByEmail($email);
        if ($member === null || $member['password'] === null) {
            return null;
        }
        return $this->matches($password, $member['password']) ? (int) $member['id'] : null;
    }

    private function hash(string $password): string
    {
        $salt = bin2hex(random_bytes(8));
        return $salt . ':' . sha1($salt . $password);
    }

    private function matches(string $password, string $stored): bool
    {
        [$salt, $digest] = explode(':', $stored, 2);
        return hash_equals($digest, hash('sha1', $salt . $password));
    }

    public function rename(int $id, string $name): void
    {
        $stmt = $this->db->prepare('UPDATE members SET name = ? WHERE id = ?');
        $stmt->execute([trim($name), $id]);
    }
}
