namespace TradeMission.Web.Features.Search;

/// <summary>What the search box looks for, in the order of the page; the names stand in the address.</summary>
public enum FoundKind
{
    Missions,
    Companies,
    Buyers,
    SisterCities,
    Consultations,
}
