using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Features.Reports;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Reports;

public sealed class TotalsDocumentTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_MixedCurrenciesAndAMissingRate_SaysEveryFigureToTheCent()
    {
        var totals = await ReadAsync(World.Ids.Underway);

        Assert.Equal("TM-2026-001", totals.GetProperty("mission").GetString());
        Assert.Equal("USD", totals.GetProperty("currency").GetString());
        Assert.Equal(4, totals.GetProperty("consultations").GetInt32());
        Assert.Equal(3, totals.GetProperty("buyers").GetInt32());
        Assert.Equal("609750.00", totals.GetProperty("consultationValue").GetString());
        Assert.Equal("120000.50", totals.GetProperty("contractValue").GetString());
        Assert.Equal(1, totals.GetProperty("leftOut").GetProperty("rateMissing").GetInt32());
        Assert.True(totals.GetProperty("consistent").GetBoolean());
    }

    [Fact]
    public async Task Get_StopsAndCompanies_EachWithItsOwn()
    {
        var totals = await ReadAsync(World.Ids.Underway);

        Assert.Equal(
            [("반둥", 2, 1, "600000.00", "120000.50", 1), ("하노이", 2, 2, "9750.00", "0.00", 0)],
            totals.GetProperty("byStop").EnumerateArray().Select(part => PartOf(part, "stop")));
        Assert.Equal(
            [("알파화장품", 2, 2, "609750.00", "120000.50", 0), ("베타공구", 2, 2, "0.00", "0.00", 1)],
            totals.GetProperty("byCompany").EnumerateArray().Select(part => PartOf(part, "company")));
    }

    [Fact]
    public async Task Get_PublishedTotal_StandsApartAsPrinted()
    {
        var stated = Assert.Single((await ReadAsync(World.Ids.Underway)).GetProperty("stated").EnumerateArray());

        Assert.Equal("consultationValue", stated.GetProperty("figure").GetString());
        Assert.Equal("700000.00", stated.GetProperty("value").GetString());
        Assert.Equal("70만불", stated.GetProperty("asPrinted").GetString());
        Assert.Equal("보도자료", stated.GetProperty("source").GetString());
    }

    [Fact]
    public async Task Get_ReadersLanguage_ChangesNothing()
    {
        var visitor = await portal.SignInAsync(World.Manager);

        Assert.Equal(
            await (await visitor.GetAsync($"/missions/{World.Ids.Underway}/totals.json?culture=ko")).Content.ReadAsStringAsync(),
            await (await visitor.GetAsync($"/missions/{World.Ids.Underway}/totals.json?culture=en")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_EmptyMission_SaysZeros()
    {
        var id = await AddMissionAsync("TM-2031-001");

        var totals = await ReadAsync(id);

        Assert.Equal("0.00", totals.GetProperty("consultationValue").GetString());
        Assert.Empty(totals.GetProperty("byStop").EnumerateArray());
        Assert.Empty(totals.GetProperty("byCompany").EnumerateArray());
        Assert.True(totals.GetProperty("consistent").GetBoolean());
    }

    [Fact]
    public async Task Get_HalfCents_AreAddedBeforeTheyAreRoundedAwayFromZero()
    {
        var id = await AddMissionAsync("TM-2031-002");
        await AddConsultationAsync(id, World.Ids.BuyerSaigon, value: (100m, 0.00125m), pursued: (3m, 0.001m));
        await AddConsultationAsync(id, World.Ids.BuyerHanoi, value: null, pursued: (3m, 0.001m));

        var totals = await ReadAsync(id);

        Assert.Equal("0.13", totals.GetProperty("consultationValue").GetString());
        Assert.Equal("0.01", totals.GetProperty("contractValue").GetString());
        var unknown = Assert.Single(totals.GetProperty("byStop").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, unknown.GetProperty("id").ValueKind);
        Assert.Equal(2, unknown.GetProperty("consultations").GetInt32());
        Assert.True(totals.GetProperty("consistent").GetBoolean());
    }

    [Theory]
    [InlineData(TotalScope.Stop)]
    [InlineData(TotalScope.Participation)]
    [InlineData(TotalScope.Mission)]
    public async Task Get_StoredTotalsThatDoNotAddUp_SaysSo(TotalScope scope)
    {
        var id = await AddMissionAsync($"TM-2031-01{(int)scope}");
        await AddConsultationAsync(id, World.Ids.BuyerSaigon, value: (100m, 1m), pursued: null);
        await using (var db = portal.Open())
        {
            var total = await db.MissionTotals.SingleAsync(total => total.MissionId == id && total.Scope == scope);
            total.ConsultationValue += 0.01m;
            await db.SaveChangesAsync();
        }

        Assert.False((await ReadAsync(id)).GetProperty("consistent").GetBoolean());
    }

    [Fact]
    public async Task Read_AnyMission_AsksForNoConsultation()
    {
        await using var db = portal.Open();
        using var watch = new CommandWatch();

        await TotalsDocument.OfAsync(db, World.Ids.Underway, CancellationToken.None);

        Assert.NotEmpty(watch.Commands);
        // The first and the last day of the rates are the two ends of an index.
        Assert.Equal(2, watch.Commands.Count(command => IsOfConsultations(command) && Regex.IsMatch(command, @"^SELECT (MIN|MAX)\([^)]*RatedOn.?\)")));
        Assert.Equal(2, watch.Commands.Count(IsOfConsultations));

        static bool IsOfConsultations(string command) =>
            command.Contains("FROM \"Consultations\"", StringComparison.OrdinalIgnoreCase) || command.Contains("FROM [Consultations]", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Get_UnknownMission_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignInAsync(World.Manager)).GetAsync("/missions/9999/totals.json")).StatusCode);

    private static (string?, int, int, string?, string?, int) PartOf(JsonElement part, string name) => (
        part.GetProperty(name).GetString(), part.GetProperty("consultations").GetInt32(), part.GetProperty("buyers").GetInt32(),
        part.GetProperty("consultationValue").GetString(), part.GetProperty("contractValue").GetString(), part.GetProperty("leftOut").GetProperty("rateMissing").GetInt32());

    private async Task<JsonElement> ReadAsync(long id)
    {
        using var answer = await (await portal.SignInAsync(World.Manager)).GetAsync($"/missions/{id}/totals.json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<long> AddMissionAsync(string reference)
    {
        await using var db = portal.Open();
        var mission = World.NewMission(reference, "작은 시장개척단", "Small mission", new DateOnly(2031, 3, 3), new DateOnly(2031, 3, 5), "ASEAN");
        db.Add(mission);
        await db.SaveChangesAsync();
        return mission.Id;
    }

    /// <summary>Company C's, at no known stop; amounts in EUR at the rate given.</summary>
    private async Task AddConsultationAsync(long mission, long buyer, (decimal Amount, decimal Rate)? value, (decimal Amount, decimal Rate)? pursued)
    {
        await using var db = portal.Open();
        var on = new DateOnly(2031, 3, 3);
        var participation = await db.Participations.FirstOrDefaultAsync(known => known.MissionId == mission);
        if (participation is null)
        {
            participation = new Participation { MissionId = mission, CompanyId = World.Ids.CompanyC };
            participation.Decide(ParticipationStatus.Selected);
            db.Add(participation);
            await db.SaveChangesAsync();
        }

        var made = new Consultation
        {
            ClientId = Guid.CreateVersion7(),
            MissionId = mission,
            StopId = null,
            ParticipationId = participation.Id,
            BuyerId = buyer,
            HeldOn = on,
            Value = Of(value),
            LoggedByName = "시험",
            LoggedAt = TestDatabase.Start.UtcDateTime,
        };
        if (Of(pursued) is { } contract)
        {
            World.Pursue(made, contract);
        }

        db.Add(made);
        await db.SaveChangesAsync();

        Valued? Of((decimal Amount, decimal Rate)? money) => money is { } known ? new Valued(new Money(known.Amount, "EUR"), new FrozenRate(known.Rate, on, "시험")) : null;
    }

    /// <summary>The commands that this test's own flow of control sends, whatever other tests do meanwhile.</summary>
    private sealed class CommandWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly AsyncLocal<CommandWatch?> Here = new();
        private readonly List<IDisposable> subscriptions = [];

        public CommandWatch()
        {
            Here.Value = this;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<string> Commands { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Here.Value == this && value.Value is CommandEventData { Command: { } command } && value.Key == RelationalEventId.CommandExecuting.Name)
            {
                Commands.Add(command.CommandText);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
