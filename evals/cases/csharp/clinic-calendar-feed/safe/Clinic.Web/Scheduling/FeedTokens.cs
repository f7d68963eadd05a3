using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Clinic.Web.Scheduling;

public interface IFeedTokens
{
    Task<bool> MatchesAsync(int doctorId, string token);
}

/// <summary>Each doctor has one token of 32 random bytes, made anew on request; its hash is stored.</summary>
public sealed class FeedTokens(ClinicContext db) : IFeedTokens
{
    public async Task<bool> MatchesAsync(int doctorId, string token)
    {
        var stored = await db.FeedTokens
            .Where(t => t.DoctorId == doctorId)
            .Select(t => t.Hash)
            .SingleOrDefaultAsync();
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        return stored is not null && CryptographicOperations.FixedTimeEquals(stored, given);
    }
}
