namespace TradeMission.Web.Features.Missions;

/// <summary>A place that a mission of the past went to, as far as it is known: one line of the form.</summary>
public sealed class PastStop
{
    public string? CityKo { get; set; }

    public string? CityEn { get; set; }

    public string? Country { get; set; }

    internal bool IsEmpty => CityKo is null && CityEn is null && Country is null;
}
