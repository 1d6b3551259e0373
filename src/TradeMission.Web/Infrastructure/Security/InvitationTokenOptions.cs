using Microsoft.AspNetCore.Identity;

namespace TradeMission.Web.Infrastructure.Security;

internal sealed class InvitationTokenOptions : DataProtectionTokenProviderOptions
{
    public InvitationTokenOptions() => Name = InvitationTokens.Provider;
}
