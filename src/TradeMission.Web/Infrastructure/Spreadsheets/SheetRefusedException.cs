using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <summary>Leaves the reading of a spreadsheet from any depth; <see cref="SheetReader"/> turns it into an answer.</summary>
internal sealed class SheetRefusedException(FileRefusal refusal) : Exception(refusal.Key)
{
    public FileRefusal Refusal { get; } = refusal;
}
