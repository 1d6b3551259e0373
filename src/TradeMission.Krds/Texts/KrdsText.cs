namespace TradeMission.Krds;

/// <summary>The keys of the few words that the components say themselves; the site that uses them owns the texts.</summary>
public static class KrdsText
{
    /// <summary>Beside the label of a field that may stay empty.</summary>
    public const string Optional = "Krds.Optional";

    /// <summary>Heading of the error summary; {0} is how many errors follow.</summary>
    public const string ErrorSummary = "Krds.ErrorSummary";

    /// <summary>Error of a value that could not be read and brought no words of its own.</summary>
    public const string ValueIsInvalid = "Krds.ValueIsInvalid";

    /// <summary>Name of the breadcrumb for assistive technology.</summary>
    public const string Breadcrumb = "Krds.Breadcrumb";
    public const string Home = "Krds.Home";

    /// <summary>Name of the pagination for assistive technology.</summary>
    public const string Pagination = "Krds.Pagination";
    public const string Previous = "Krds.Previous";
    public const string Next = "Krds.Next";
    public const string Find = "Krds.Find";
    public const string Reset = "Krds.Reset";

    public static IReadOnlyList<string> All { get; } =
        [Optional, ErrorSummary, ValueIsInvalid, Breadcrumb, Home, Pagination, Previous, Next, Find, Reset];
}
