using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>What a step says: all of it that nothing may ever change, a missing rate apart.</summary>
internal sealed record Said(
    int Number, int Place, DealStage Stage, DateOnly On, decimal? Amount, string? Currency, decimal? Rate, DateOnly? RateOn, string? RateSource, decimal? InBase,
    DateOnly? ExpectedOn, Likelihood? Likelihood, string? Note, string? Reason, bool Revives, bool IsWithdrawal, int? Corrects, string By, bool ByCompany)
{
    public static Said Of(DealStep step) => new(
        step.Number, step.Place, step.Stage, step.On, step.Value?.Amount, step.Value?.Currency, step.Value?.Rate, step.Value?.RateOn, step.Value?.RateSource, step.Value?.BaseAmount,
        step.ExpectedOn, step.Likelihood, step.Note, step.Reason, step.Revives, step.IsWithdrawal, step.Corrects?.Number, step.RecordedByName, step.ByCompany);
}
