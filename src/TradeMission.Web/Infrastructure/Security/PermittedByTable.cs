using Microsoft.AspNetCore.Authorization;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>What every endpoint requires: that the table of permissions names it for this user.</summary>
internal sealed class PermittedByTable : IAuthorizationRequirement;
