using Microsoft.AspNetCore.Identity;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.People;

/// <summary>The tests' hasher, counting how often a password was compared.</summary>
public sealed class CountingHasher : IPasswordHasher<TradeUser>
{
    private int verified;

    public int Verified => verified;

    public string HashPassword(TradeUser user, string password) => Portal.Hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(TradeUser user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        return Portal.Hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
