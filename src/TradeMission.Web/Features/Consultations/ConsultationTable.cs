namespace TradeMission.Web.Features.Consultations;

/// <summary>The dense table of consultations, the same on every page: <c>&lt;partial name="/Features/Consultations/_Rows.cshtml" model="new ConsultationTable(rows, today)" /&gt;</c>.</summary>
/// <param name="Today">At the office: what is overdue stands out.</param>
public sealed record ConsultationTable(IReadOnlyList<ConsultationRow> Rows, DateOnly Today)
{
    /// <summary>In the first line, where all rows are of one base currency.</summary>
    public ConsultationSum? Sum { get; init; }

    /// <summary>Whether the heads sort, by ?sort=.</summary>
    public bool Sortable { get; init; }

    /// <summary>For a list across missions: says which, and the year of each day.</summary>
    public bool AcrossMissions { get; init; }

    /// <summary>Of one company's page, where its name would stand in every line.</summary>
    public bool OfOneCompany { get; init; }

    /// <summary>Of one buyer's page.</summary>
    public bool OfOneBuyer { get; init; }
}
