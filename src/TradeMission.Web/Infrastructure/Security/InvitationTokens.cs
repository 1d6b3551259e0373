using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Tokens of invitations, which live longer than those of a forgotten password. Setting the password changes the stamp inside: a token works once.</summary>
internal sealed class InvitationTokens(IDataProtectionProvider protection, IOptions<InvitationTokenOptions> options, ILogger<DataProtectorTokenProvider<TradeUser>> logger)
    : DataProtectorTokenProvider<TradeUser>(protection, options, logger)
{
    public const string Provider = "Invitation";
    public const string Purpose = "Invitation";
}
