using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Imports;

/// <summary>What rows are imported into: a mission's consultations, or a register.</summary>
public sealed record ImportTarget(ImportKind Kind, MissionHead? Mission)
{
    /// <summary>The list that the records will stand in.</summary>
    public string List => Kind switch
    {
        ImportKind.Buyers => "/buyers",
        ImportKind.Companies => "/companies",
        _ => $"/missions/{Mission!.Id}/consultations",
    };

    public string Address => $"{List}/import";

    public string Title => Texts.Get($"Imports.Title{Kind}");

    /// <summary>Which entry of the navigation it belongs to.</summary>
    public string Section => Kind == ImportKind.Consultations ? "Missions" : Kind.ToString();

    public string BaseCurrency => Mission?.BaseCurrency ?? "USD";
}
