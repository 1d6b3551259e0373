namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>A line of business: what its firms sell, and what is said about it at a consultation.</summary>
/// <param name="Interest">What a buyer of this line looks for.</param>
/// <param name="Median">Of a consultation's value, in thousands of US dollars.</param>
/// <param name="Possible">Notes where cooperation is possible.</param>
/// <param name="Informative">Notes where information was exchanged.</param>
/// <param name="Refused">Notes where there was no interest.</param>
/// <param name="Steps">Next steps.</param>
internal sealed record InventedLine(
    string Industry,
    string Interest,
    int Median,
    IReadOnlyList<InventedProduct> Products,
    IReadOnlyList<string> Possible,
    IReadOnlyList<string> Informative,
    IReadOnlyList<string> Refused,
    IReadOnlyList<string> Steps);
