namespace TradeMission.Web.Features.Shared;

/// <summary>Asks before a record is deleted, or says what hangs on it.</summary>
/// <param name="Name">What would be deleted.</param>
/// <param name="Back">Where the record is shown.</param>
/// <param name="Hanging">What hangs on it, each with its address where it has one; deleting is offered only when there is nothing.</param>
public sealed record DeletePage(string Section, string Name, string Back, IReadOnlyList<DeletePage.Hang> Hanging)
{
    public sealed record Hang(string Text, string? Address);
}
