using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Imports;

/// <param name="Obstacles">What keeps it from being undone.</param>
public sealed record ImportPage(Import Import, IReadOnlyList<(string Text, string? Address)> Obstacles, IReadOnlyList<HistoryItem> History)
{
    /// <summary>The list that its records stand in.</summary>
    public string List => Import.Kind switch
    {
        ImportKind.Buyers => "/buyers",
        ImportKind.Companies => "/companies",
        _ => Import.MissionId is { } mission ? $"/missions/{mission}/consultations" : "/consultations",
    };
}
