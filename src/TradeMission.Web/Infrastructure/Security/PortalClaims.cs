using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Puts into a session what <see cref="CurrentUser"/> reads from it; the name is the person's, not the account's.</summary>
internal sealed class PortalClaims(UserManager<TradeUser> users, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<TradeUser, IdentityRole<long>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(TradeUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.TryRemoveClaim(identity.FindFirst(ClaimTypes.Name));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.Name));
        if (user.CompanyId is { } company)
        {
            identity.AddClaim(new Claim(CurrentUser.CompanyClaim, company.ToString(CultureInfo.InvariantCulture)));
        }

        return identity;
    }
}
