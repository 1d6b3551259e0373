using Microsoft.AspNetCore.Identity;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>
/// Length counts, kinds of characters do not (NIST SP 800-63B); refused is what an attacker tries first: the person's own names and the common passwords.
/// </summary>
internal sealed class SensiblePassword(PortalIdentityErrors errors) : IPasswordValidator<TradeUser>
{
    /// <summary>Shorter names are in too many words to be refused.</summary>
    private const int ShortestName = 4;

    private const int ShortestKoreanName = 2;

    /// <summary>What is left of a common password when digits and signs are taken from its ends. Where nothing is left, it is a date or a telephone number.</summary>
    private static readonly HashSet<string> Common =
    [
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "qwerty", "qwertyuiop", "asdfghjkl", "asdfasdf", "qwerasdf", "qwerasdfzxcv", "administrator", "admin", "letmein",
        "welcome", "iloveyou", "changeme", "1q2w3e4r5t", "1q2w3e4r5t6y", "q1w2e3r4t5", "1qaz2wsx3edc", "qwer1234qwer", "abcdefghij", "abcdabcd", "dkssudgktpdy",
        "비밀번호", "관리자", "시장개척단", "trademission",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<TradeUser> manager, TradeUser user, string? password)
    {
        var folded = SearchText.Fold(password);
        if (IsCommon(folded))
        {
            return Task.FromResult(IdentityResult.Failed(errors.PasswordTooCommon()));
        }

        return Task.FromResult(NamesOf(user).Any(folded.Contains) ? IdentityResult.Failed(errors.PasswordHoldsName()) : IdentityResult.Success);
    }

    private static bool IsCommon(string password)
    {
        var core = password.Trim([.. "0123456789!@#$%^&*()-_=+.,?~ "]);
        return core.Length == 0 || Common.Contains(core);
    }

    private static IEnumerable<string> NamesOf(TradeUser user)
    {
        var mailbox = (user.Email ?? "").Split('@')[0];
        return SearchText.Fold(user.Name).Split(' ').Append(SearchText.Fold(user.Name)).Append(SearchText.Fold(mailbox))
            .Where(name => name.Length >= (name.Any(letter => letter >= '가') ? ShortestKoreanName : ShortestName));
    }
}
