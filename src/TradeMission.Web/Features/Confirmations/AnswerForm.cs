using Microsoft.AspNetCore.Mvc.ModelBinding;
using TradeMission.Domain;
using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>What a company answers to its figures, all on one page.</summary>
public sealed class AnswerForm
{
    public List<Line> Answers { get; init; } = [];

    /// <summary>All that is not answered yet is right.</summary>
    public bool All { get; set; }

    public sealed class Line
    {
        /// <summary><see cref="AskedFigure.Key"/>.</summary>
        public string? Figure { get; set; }

        /// <summary><see cref="AskedFigure.Shown"/> when the page was opened.</summary>
        public string? Shown { get; set; }

        public FigureState? Verdict { get; set; }

        public string? Comment { get; set; }

        /// <summary>As typed, in the figure's currency.</summary>
        public string? Proposed { get; set; }
    }

    /// <summary>For <see cref="Answering"/>: reads the form on the figures as they are then; nothing is answered while something is wrong.</summary>
    internal Func<IReadOnlyList<AskedFigure>, IReadOnlyList<GivenAnswer>?> ReadInto(ModelStateDictionary state) => figures =>
    {
        var given = Read(figures, state);
        return state.IsValid ? given : null;
    };

    /// <summary>What the form says of the figures, with what is wrong beside each line. Nothing is changed.</summary>
    private List<GivenAnswer> Read(IReadOnlyList<AskedFigure> figures, ModelStateDictionary state)
    {
        var given = new List<GivenAnswer>();
        foreach (var (line, index) in Answers.Select((line, index) => (line, index)))
        {
            var figure = figures.FirstOrDefault(figure => figure.Key == line.Figure);
            var verdict = line.Verdict ?? (All && figure?.IsToBeAnswered == true ? FigureState.Confirmed : null);
            if (figure is null || verdict is not (FigureState.Confirmed or FigureState.Disputed))
            {
                continue;
            }

            if (line.Shown != figure.Shown)
            {
                state.AddModelError($"Answers[{index}].Verdict", Texts.Get("Confirmations.FigureHasChanged"));
                continue;
            }

            given.Add(new GivenAnswer(
                figure, verdict.Value,
                verdict == FigureState.Disputed ? Domain.Shared.SearchText.Stored(line.Comment) : null,
                verdict == FigureState.Disputed ? ReadProposed(line, figure, index, state) : null));
            Check(line, verdict.Value, index, state);
        }

        return given;
    }

    private static void Check(Line line, FigureState verdict, int index, ModelStateDictionary state)
    {
        if (verdict == FigureState.Disputed && string.IsNullOrWhiteSpace(line.Comment) && string.IsNullOrWhiteSpace(line.Proposed))
        {
            state.AddModelError($"Answers[{index}].Comment", Texts.Get("Confirmations.SayWhatIsWrong"));
        }

        if (line.Comment?.Length > 1000)
        {
            state.AddModelError($"Answers[{index}].Comment", Texts.Get("Confirmations.CommentTooLong", 1000));
        }
    }

    private static decimal? ReadProposed(Line line, AskedFigure figure, int index, ModelStateDictionary state)
    {
        var field = $"Answers[{index}].Proposed";
        var amount = TypedAmount.Read(field, line.Proposed, 1, figure.Value.Currency, state);
        if (amount is { } typed && Money.Refusal(typed, figure.Value.Currency) is { } refusal)
        {
            state.AddModelError(field, Texts.Of(refusal));
        }

        return amount;
    }
}
