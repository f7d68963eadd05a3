using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Acme.Web.Security;

/// <summary>Keeps people signed in on a device they trust.</summary>
public sealed class RememberMe(IRememberTokens tokens, TimeProvider clock)
{
    private const string CookieName = "acme_remember";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public async Task StartAsync(HttpResponse response, Guid userId, CancellationToken cancel)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var expires = clock.GetUtcNow().Add(Lifetime);
        await tokens.StoreAsync(userId, SHA256.HashData(Convert.FromHexString(token)), expires, cancel);
        Write(response, token, expires);
    }

    public async Task StopAsync(HttpRequest request, HttpResponse response, CancellationToken cancel)
    {
        if (request.Cookies.TryGetValue(CookieName, out var token) && token.Length == 64)
        {
            await tokens.RevokeAsync(SHA256.HashData(Convert.FromHexString(token)), cancel);
        }
        Write(response, string.Empty, DateTimeOffset.UnixEpoch);
    }

    private static void Write(HttpResponse response, string value, DateTimeOffset expires)
    {
        var options = new CookieOptions { Expires = expires, Secure = true, SameSite = SameSiteMode.Lax };
        response.Cookies.Append(CookieName, value, options);
    }
}
