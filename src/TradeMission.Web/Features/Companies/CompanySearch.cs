using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Companies;

/// <summary>What the address of the list of companies says: ?q=&amp;district=&amp;industry=&amp;size=&amp;mission=&amp;sort=&amp;page=.</summary>
public sealed class CompanySearch
{
    public string? Q { get; set; }

    public string? District { get; set; }

    public string? Industry { get; set; }

    public CompanySize? Size { get; set; }

    /// <summary>A mission that the company applied for or went on.</summary>
    public long? Mission { get; set; }

    public string? Sort { get; set; }

    public int? Page { get; set; }

    public bool IsFiltered => Q is not null || District is not null || Industry is not null || Size is not null || Mission is not null;

    public IQueryable<Company> Companies(TradeDbContext db)
    {
        var companies = db.Companies.Containing(Q);
        if (District is { } district)
        {
            companies = companies.Where(company => company.District == district);
        }

        if (Industry is { } industry)
        {
            companies = companies.Where(company => company.Industry == industry);
        }

        if (Size is { } size)
        {
            companies = companies.Where(company => company.Size == size);
        }

        if (Mission is { } mission)
        {
            companies = companies.Where(company => company.Participations.Any(participation => participation.MissionId == mission));
        }

        return companies;
    }

    /// <summary>What stored totals of the found companies add up to, the currency of most consultations first.</summary>
    public IQueryable<CompanyList.Sum> Sums(TradeDbContext db) => Companies(db).SelectMany(company => company.Participations)
        .Join(
            db.MissionTotals.Where(total => total.Scope == TotalScope.Participation),
            participation => new { participation.MissionId, participation.Id },
            total => new { total.MissionId, Id = total.ScopeId },
            (participation, total) => new { participation.Mission.BaseCurrency, total.Consultations, total.ConsultationValue })
        .GroupBy(part => part.BaseCurrency)
        .OrderByDescending(group => group.Sum(part => part.Consultations)).ThenBy(group => group.Key)
        .Select(group => new CompanyList.Sum(group.Key, group.Sum(part => part.Consultations), group.Sum(part => part.ConsultationValue)));

    /// <summary>Of the column of values: that of most consultations found.</summary>
    public async Task<string> CurrencyAsync(TradeDbContext db, CancellationToken cancellation) => (await Sums(db).FirstOrDefaultAsync(cancellation))?.Currency ?? "USD";

    /// <summary>What the filter finds. Cancelled missions do not count as missions.</summary>
    /// <param name="currency">Of <see cref="CompanyRow.Value"/>; values in other currencies stand beside it and are never added to it.</param>
    public IQueryable<CompanyRow> Rows(TradeDbContext db, string currency)
    {
        var totals = db.MissionTotals.Where(total => total.Scope == TotalScope.Participation);
        return Companies(db).Select(company => new CompanyRow
        {
            Id = company.Id,
            NameKo = company.NameKo,
            NameEn = company.NameEn,
            RegistrationNumber = company.RegistrationNumber,
            Representative = company.Representative,
            District = company.District,
            Industry = company.Industry,
            Missions = company.Participations.Count(participation => participation.Status == ParticipationStatus.Selected && participation.Mission.Status != MissionStatus.Cancelled),
            Value = company.Participations.Where(participation => participation.Mission.BaseCurrency == currency)
                .Join(
                    totals,
                    participation => new { participation.MissionId, participation.Id },
                    total => new { total.MissionId, Id = total.ScopeId },
                    (participation, total) => total.ConsultationValue)
                .Sum(),
            Others = company.Participations.Where(participation => participation.Mission.BaseCurrency != currency)
                .Join(
                    totals,
                    participation => new { participation.MissionId, participation.Id },
                    total => new { total.MissionId, Id = total.ScopeId },
                    (participation, total) => new CompanyRow.OtherValue(participation.Mission.BaseCurrency, total.ConsultationValue))
                .ToList(),
            Products = company.Products.OrderBy(product => product.Id).Select(product => new CompanyRow.Item(product.NameKo, product.NameEn, product.HsCode)).ToList(),
        });
    }

    public IQueryable<CompanyRow> Ordered(IQueryable<CompanyRow> rows)
    {
        var descending = Sort?.StartsWith('-') ?? false;
        return Sort?.TrimStart('-') switch
        {
            "district" => By(row => row.District),
            "industry" => By(row => row.Industry),
            "missions" => By(row => row.Missions),
            "value" => By(row => row.Value),
            _ => Show.IsKorean ? By(row => row.NameKo) : By(row => row.NameEn ?? row.NameKo),
        };

        IQueryable<CompanyRow> By<TKey>(Expression<Func<CompanyRow, TKey>> key) =>
            descending ? rows.OrderByDescending(key).ThenByDescending(row => row.Id) : rows.OrderBy(key).ThenBy(row => row.Id);
    }
}
