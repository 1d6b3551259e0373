using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Features.Imports;

/// <summary>What became of a spreadsheet that was sent; one of the three.</summary>
/// <param name="Draft">The key of the draft.</param>
/// <param name="Earlier">The import that the same rows have been already.</param>
public sealed record ImportReading(Guid? Draft, FileRefusal? Refusal, ImportLine? Earlier);
