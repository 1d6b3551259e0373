using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Admin;

/// <summary>Accounts as a file.</summary>
public static class UserExport
{
    public static ExportSheet<UserRow> Sheet() => new(
        Texts.Get("Shared.NavUsers"),
        [
            new(Texts.Get("Admin.Field.Name"), row => row.Name, 18),
            new(Texts.Get("Admin.Field.Email"), row => row.Email, 30),
            new(Texts.Get("Admin.Field.Role"), row => row.Role is { } role ? Texts.Get($"Words.Role.{role}") : null),
            new(Texts.Get("Admin.Field.CompanyId"), row => Show.Name(row.CompanyKo, row.CompanyEn), 24),
            new(Texts.Get("Admin.UserState"), row => Texts.Of(row.State), 12),
            new(Texts.Get("Admin.UserSeen"), row => row.LastSignedInAt is { } seen ? Office.ToLocal(seen) : null, 18),
        ]);
}
