namespace TradeMission.Web.Features.Imports;

/// <summary>Names that a spreadsheet would work out: nobody is called so, and whoever opens an export would run it.</summary>
internal static class Formula
{
    public static bool IsIn(string name) => name[0] is '=' or '@' || (name[0] is '+' or '-' && name.Contains('(', StringComparison.Ordinal));
}
