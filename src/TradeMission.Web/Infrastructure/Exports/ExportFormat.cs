namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>As what a list comes out: the suffix of its address.</summary>
public enum ExportFormat
{
    Csv,
    Xlsx,
}
