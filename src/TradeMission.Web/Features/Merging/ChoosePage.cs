using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Merging;

/// <summary>Which other record is the same firm, where nothing but a person sees it.</summary>
public sealed record ChoosePage(FirmRegister Register, long Id, string Name, string? Q, IReadOnlyList<ChoosePage.Row> Rows)
{
    private const int Shown = 50;

    public sealed record Row(long Id, string Name, string? Other);

    /// <summary>Null where the firm is not there.</summary>
    public static async Task<ChoosePage?> OfAsync(TradeDbContext db, FirmRegister register, long id, string? q, CancellationToken cancellation)
    {
        if (await register.FindAsync(db, id, cancellation) is not { } firm)
        {
            return null;
        }

        var rows = register.Kind == FirmKind.Company
            ? db.Companies.Containing(q).OrderBy(company => company.NameKo).ThenBy(company => company.Id).Select(company => new { company.Id, One = company.NameKo, Other = company.NameEn })
            : db.Buyers.Containing(q).OrderBy(buyer => buyer.Name).ThenBy(buyer => buyer.Id).Select(buyer => new { buyer.Id, One = buyer.Name, Other = buyer.NameOther });
        var found = string.IsNullOrWhiteSpace(q) ? [] : await rows.Where(row => row.Id != id).Take(Shown).ToListAsync(cancellation);
        return new ChoosePage(register, id, FirmRegister.NameOf(firm), q, [.. found.Select(row => new Row(row.Id, row.One, row.Other))]);
    }
}
