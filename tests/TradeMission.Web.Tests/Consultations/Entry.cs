using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

/// <summary>The entry page as tests use it.</summary>
internal static class Entry
{
    public const string Address = "/missions/1/consultations/new";

    /// <summary>Company A meets this buyer at the Bandung stop.</summary>
    public static Dictionary<string, string?> With(string buyer, string notes) => new()
    {
        ["ParticipationId"] = $"{World.Ids.AUnderway}",
        ["StopId"] = $"{World.Ids.BandungStop}",
        ["BuyerName"] = buyer,
        ["HeldOn"] = "2026-11-04",
        ["AmountUnit"] = "man",
        ["ValueCurrency"] = "USD",
        ["UnitShownFor"] = "USD",
        ["Notes"] = notes,
        ["Assessment"] = "CooperationPossible",
    };

    /// <summary>Opens the page and submits it.</summary>
    public static async Task<Page> LogAsync(this Visitor officer, Dictionary<string, string?> fields) => await officer.SubmitAsync(await officer.GetPageAsync(Address), fields);

    public static async Task<Consultation?> FindAsync(Portal portal, string notes)
    {
        await using var db = portal.Open();
        return await db.Consultations.AsNoTracking().Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps).SingleOrDefaultAsync(consultation => consultation.Notes == notes);
    }

    /// <summary>A consultation of company A at the Bandung stop, past all pages.</summary>
    public static async Task<long> MakeAsync(Portal portal, long buyer, DateOnly day, Valued? value)
    {
        await using var db = portal.Open();
        var made = new Consultation
        {
            ClientId = Guid.NewGuid(),
            MissionId = World.Ids.Underway,
            StopId = World.Ids.BandungStop,
            ParticipationId = World.Ids.AUnderway,
            BuyerId = buyer,
            HeldOn = day,
            Value = value,
            LoggedByName = "시험",
            LoggedAt = TestDatabase.Start.UtcDateTime,
        };
        db.Consultations.Add(made);
        await db.SaveChangesAsync();
        return made.Id;
    }

    public static async Task<MissionTotal> TotalAsync(Portal portal, TotalScope scope, long id)
    {
        await using var db = portal.Open();
        return await db.MissionTotals.AsNoTracking().SingleAsync(total => total.Scope == scope && total.ScopeId == id);
    }

    /// <summary>The message beside the field, which the summary leads to.</summary>
    public static string ErrorOf(Page page, string field)
    {
        var control = page.Document.QuerySelector($"[name={field}][aria-describedby]") ?? throw new InvalidOperationException($"No field {field}: {page.Text}");
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.NotNull(page.Document.QuerySelector($"#error-summary a[href='#{field}']"));
        return page.Document.GetElementById(control.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent;
    }
}
