namespace TradeMission.Web.Features.Confirmations;

/// <summary>A company's figures of one mission with what it has said of them, and the form to say it.</summary>
/// <param name="Address">Where answers are sent to.</param>
/// <param name="WithdrawalAddress">Where a standing answer is taken back; null where nobody has signed in.</param>
public sealed record FigurePage(IReadOnlyList<AskedFigure> Figures, AnswerForm Form, string Address, string? WithdrawalAddress)
{
    public int Open => Figures.Count(figure => figure.IsToBeAnswered);
}
