using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Merging;

/// <summary>In what the two registers differ, for those who merge in either.</summary>
/// <param name="Section">Its room, whose texts name the fields.</param>
/// <param name="Path">The first part of its addresses.</param>
/// <param name="References">All that hangs on its firms; a test holds them to the model.</param>
public sealed record FirmRegister(FirmKind Kind, string Section, string Path, IReadOnlyList<Reference> References, IReadOnlyList<FirmField> Fields)
{
    public static FirmRegister Companies { get; } = new(
        FirmKind.Company, "Companies", "companies",
        [
            Reference.Of<Participation>(nameof(Participation.CompanyId)), Reference.Of<Product>(nameof(Product.CompanyId)),
            Reference.Of<Contact>(nameof(Contact.CompanyId)), Reference.Of<TradeUser>(nameof(TradeUser.CompanyId)),
        ],
        FirmField.OfCompanies);

    public static FirmRegister Buyers { get; } = new(
        FirmKind.Buyer, "Buyers", "buyers", [Reference.Of<Consultation>(nameof(Consultation.BuyerId)), Reference.Of<Contact>(nameof(Contact.BuyerId))], FirmField.OfBuyers);

    /// <summary>What moves where a company took part twice in one mission.</summary>
    public static IReadOnlyList<Reference> OfParticipations { get; } =
        [Reference.Of<Consultation>(nameof(Consultation.ParticipationId)), Reference.Of<ConfirmationRequest>(nameof(ConfirmationRequest.ParticipationId))];

    public static FirmRegister Of(FirmKind kind) => kind == FirmKind.Company ? Companies : Buyers;

    /// <summary>Which register it is stands in the address.</summary>
    public static FirmRegister OfPath(string path) => path.Split('/').Contains(Companies.Path) ? Companies : Buyers;

    /// <summary>By which column something was moved.</summary>
    public Reference ReferenceOf(MergeWork.Move move) => References.Concat(OfParticipations).Single(known => known.Record == move.Record && known.Field == move.Field);

    public string AddressOf(long id) => $"/{Path}/{id}";

    /// <summary>Where two of its firms are merged.</summary>
    public string MergeOf(long winner, long loser) => $"/duplicates/{Path}/{winner}/{loser}";

    public static string NameOf(IFirm firm) => firm is Company company ? Show.Name(company.NameKo, company.NameEn) : firm.FirmName;

    /// <summary>To be changed.</summary>
    /// <param name="even">Also one that is merged.</param>
    public async Task<IFirm?> FindAsync(TradeDbContext db, long id, CancellationToken cancellation, bool even = false)
    {
        if (Kind == FirmKind.Company)
        {
            return await From(db.Companies).FirstOrDefaultAsync(company => company.Id == id, cancellation);
        }

        return await From(db.Buyers).Include(buyer => buyer.IntroducedBySisterCity).FirstOrDefaultAsync(buyer => buyer.Id == id, cancellation);

        IQueryable<TFirm> From<TFirm>(DbSet<TFirm> firms)
            where TFirm : class => even ? firms.AsTracking().IgnoreQueryFilters() : firms.AsTracking();
    }

    /// <summary>What these are called, merged ones too.</summary>
    public async Task<IReadOnlyDictionary<long, string>> NamesAsync(TradeDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var names = Kind == FirmKind.Company
            ? db.Companies.IgnoreQueryFilters().Where(company => ids.Contains(company.Id)).Select(company => new { company.Id, Korean = company.NameKo, English = company.NameEn })
            : db.Buyers.IgnoreQueryFilters().Where(buyer => ids.Contains(buyer.Id)).Select(buyer => new { buyer.Id, Korean = buyer.Name, English = (string?)buyer.Name });
        return await names.ToDictionaryAsync(firm => firm.Id, firm => Show.Name(firm.Korean, firm.English), cancellation);
    }
}
