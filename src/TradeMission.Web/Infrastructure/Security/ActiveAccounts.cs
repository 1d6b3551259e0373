using Microsoft.AspNetCore.Identity;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>An account that is switched off cannot sign in, whatever its password.</summary>
internal sealed class ActiveAccounts : IUserConfirmation<TradeUser>
{
    public Task<bool> IsConfirmedAsync(UserManager<TradeUser> manager, TradeUser user) => Task.FromResult(user.IsActive);
}
