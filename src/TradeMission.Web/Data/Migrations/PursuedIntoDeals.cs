using Microsoft.EntityFrameworkCore.Migrations;

namespace TradeMission.Web.Data.Migrations;

/// <summary>
/// Makes of every contract figure that a consultation held the first step of a deal: same amount, currency, frozen rate and expected day, dated the day of the
/// consultation, recorded. Amounts are copied as they stand, and totals are copied from totals: nothing is added up, so that nothing can be rounded. One text for both servers.
/// </summary>
internal static class PursuedIntoDeals
{
    private const string FromEveryTotal = """
        FROM [MissionTotals] AS t
        INNER JOIN (
            SELECT [MissionId], 'Mission' AS [Scope], [MissionId] AS [ScopeId], [Value_Amount], [Pursued_Amount] FROM [Consultations]
            UNION ALL
            SELECT [MissionId], 'Participation', [ParticipationId], [Value_Amount], [Pursued_Amount] FROM [Consultations]
            UNION ALL
            SELECT [MissionId], 'Stop', COALESCE([StopId], 0), [Value_Amount], [Pursued_Amount] FROM [Consultations]
        ) AS c ON c.[MissionId] = t.[MissionId] AND c.[Scope] = t.[Scope] AND c.[ScopeId] = t.[ScopeId]
        """;

    public static void Copy(MigrationBuilder migration)
    {
        migration.Sql("UPDATE [Consultations] SET [RatedOn] = [Value_RateOn] WHERE [Value_RateSource] <> '';");
        migration.Sql("""
            INSERT INTO [Deals] ([ConsultationId], [MissionId], [Stage], [State], [ContractAmount], [ContractCurrency], [ContractBase], [IsAtLeast], [Tier], [WithoutRate],
                [ExpectedOn], [LastNewsOn], [Owner], [DueOn], [RatesFrom], [RatesTo], [Version])
            SELECT [Id], [MissionId], 'Pursued', 'Open', [Pursued_Amount], [Pursued_Currency], [Pursued_BaseAmount], 0, 'Recorded', CASE WHEN [Pursued_Rate] IS NULL THEN 1 ELSE 0 END,
                [PursuedExpectedOn], [HeldOn], [LoggedByName], [PursuedExpectedOn],
                CASE WHEN [Pursued_RateSource] <> '' THEN [Pursued_RateOn] END, CASE WHEN [Pursued_RateSource] <> '' THEN [Pursued_RateOn] END, 0
            FROM [Consultations] WHERE [Pursued_Amount] IS NOT NULL;
            """);
        migration.Sql("""
            INSERT INTO [DealSteps] ([DealId], [Number], [Place], [Stage], [On], [ExpectedOn], [Revives], [IsWithdrawal], [RecordedById], [RecordedByName], [RecordedAt],
                [ByCompany], [IsStruck], [Answer], [Tier], [RatedOn], [Value_Amount], [Value_BaseAmount], [Value_Currency], [Value_Rate], [Value_RateOn], [Value_RateSource], [Version])
            SELECT d.[Id], 1, 1, 'Pursued', c.[HeldOn], c.[PursuedExpectedOn], 0, 0, c.[LoggedById], c.[LoggedByName], c.[LoggedAt],
                0, 0, 'Unanswered', 'Recorded', d.[RatesFrom], c.[Pursued_Amount], c.[Pursued_BaseAmount], c.[Pursued_Currency], c.[Pursued_Rate], c.[Pursued_RateOn], c.[Pursued_RateSource], 0
            FROM [Deals] AS d INNER JOIN [Consultations] AS c ON c.[Id] = d.[ConsultationId];
            """);
        migration.Sql($"""
            INSERT INTO [TierTotals] ([MissionId], [Scope], [ScopeId], [Figure], [Tier], [Count], [Amount], [WithoutRate])
            SELECT t.[MissionId], t.[Scope], t.[ScopeId], 'ConsultationValue', 'Recorded', COUNT(c.[Value_Amount]), t.[ConsultationValue], t.[ConsultationValuesWithoutRate]
            {FromEveryTotal}
            GROUP BY t.[MissionId], t.[Scope], t.[ScopeId], t.[ConsultationValue], t.[ConsultationValuesWithoutRate]
            HAVING COUNT(c.[Value_Amount]) > 0;
            """);
        migration.Sql($"""
            INSERT INTO [TierTotals] ([MissionId], [Scope], [ScopeId], [Figure], [Tier], [Count], [Amount], [WithoutRate])
            SELECT t.[MissionId], t.[Scope], t.[ScopeId], 'ContractPursued', 'Recorded', COUNT(c.[Pursued_Amount]), t.[ContractValue], t.[ContractValuesWithoutRate]
            {FromEveryTotal}
            GROUP BY t.[MissionId], t.[Scope], t.[ScopeId], t.[ContractValue], t.[ContractValuesWithoutRate]
            HAVING COUNT(c.[Pursued_Amount]) > 0;
            """);
    }

    /// <summary>Back to one figure, as far as one figure can hold it: the first step of a consultation's first deal.</summary>
    public static void CopyBack(MigrationBuilder migration)
    {
        foreach (var (old, step) in new[]
        {
            ("Pursued_Amount", "Value_Amount"), ("Pursued_BaseAmount", "Value_BaseAmount"), ("Pursued_Currency", "Value_Currency"), ("Pursued_Rate", "Value_Rate"),
            ("Pursued_RateOn", "Value_RateOn"), ("Pursued_RateSource", "Value_RateSource"), ("PursuedExpectedOn", "ExpectedOn"),
        })
        {
            migration.Sql($"""
                UPDATE [Consultations] SET [{old}] = (SELECT s.[{step}] FROM [DealSteps] AS s WHERE s.[Number] = 1
                    AND s.[DealId] = (SELECT MIN(d.[Id]) FROM [Deals] AS d WHERE d.[ConsultationId] = [Consultations].[Id]));
                """);
        }
    }
}
