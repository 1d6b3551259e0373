using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Confirmations;

/// <summary>A company of its own on the mission that is underway: one user, two contacts (one without an address), a consultation of 50,000 USD with a contract of 20,000 USD being pursued, and one of 1,000,000 KRW.</summary>
internal sealed partial record Asked(Portal Portal, long Company, long Participation, string Email, long Usd, long Krw, long Deal, long Step)
{
    private static int made;

    public static string Officers { get; } = $"/missions/{World.Ids.Underway}/confirmations";

    public static string Mine { get; } = $"/my/missions/{World.Ids.Underway}";

    /// <param name="hasPeople">Whether there is anybody to write to.</param>
    public static async Task<Asked> MakeAsync(Portal portal, bool hasPeople = true)
    {
        var number = Interlocked.Increment(ref made);
        await using var db = portal.Open();
        var company = new Company { NameKo = $"확인기업{number}", Size = CompanySize.Small };
        db.Companies.Add(company);
        await db.SaveChangesAsync();
        var email = $"user{number}@asked.example";
        if (hasPeople)
        {
            await AddUserAsync(db, company.Id, email);
            db.Contacts.Add(new Contact { CompanyId = company.Id, Name = "연락 담당", Email = $"contact{number}@asked.example" });
        }

        db.Contacts.Add(new Contact { CompanyId = company.Id, Name = "주소 없는 사람" });
        var participation = new Participation { MissionId = World.Ids.Underway, CompanyId = company.Id };
        participation.Decide(ParticipationStatus.Selected);
        db.Participations.Add(participation);
        await db.SaveChangesAsync();
        var usd = NewConsultation(participation.Id, World.Ids.BuyerNusantara, World.Usd(50_000m, new DateOnly(2026, 11, 2)));
        var krw = NewConsultation(participation.Id, World.Ids.BuyerSaigon, new Valued(new Money(1_000_000m, "KRW"), new FrozenRate(0.0008m, new DateOnly(2026, 10, 1), "그때")));
        var deal = World.Pursue(usd, World.Usd(20_000m, new DateOnly(2026, 11, 2)));
        db.Consultations.AddRange(usd, krw);
        await db.SaveChangesAsync();
        return new Asked(portal, company.Id, participation.Id, email, usd.Id, krw.Id, deal.Id, deal.Steps[0].Id);
    }

    public Task<Visitor> SignInAsync() => Portal.SignInAsync(Email);

    /// <summary>The officer asks this company; the tokens of the letters that wait, by address.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AskAsync()
    {
        var officer = await Portal.SignInAsync(World.Officer);
        await officer.PostAsync(Officers, await officer.GetPageAsync(Officers), new() { ["participation"] = $"{Participation}" });
        return await TokensAsync();
    }

    /// <summary>Of the letters that the links which are not ended went out with.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TokensAsync()
    {
        await using var db = Portal.Open();
        var keys = (await db.ConfirmationLinks.Where(link => link.Request.ParticipationId == Participation && link.EndedAt == null).Select(link => link.TokenHash).ToListAsync())
            .ConvertAll(hash => $"confirmation/{hash}");
        return (await db.OutgoingMails.Where(mail => keys.Contains(mail.Key)).ToListAsync()).ToDictionary(mail => mail.To, mail => TokenOf(mail.Text));
    }

    /// <summary>The last letter to the company's user.</summary>
    public async Task<string> LetterAsync()
    {
        await using var db = Portal.Open();
        return await db.OutgoingMails.Where(mail => mail.To == Email).OrderByDescending(mail => mail.Id).Select(mail => mail.Text).FirstAsync();
    }

    /// <summary>The company's page, its answers sent: each names a figure by its key and says Confirmed or Disputed, a comment and a proposal.</summary>
    public async Task<Page> AnswerAsync(params (string Figure, string Verdict, string? Comment, string? Proposed)[] answers)
    {
        var company = await SignInAsync();
        return await SendAsync(company, await company.GetPageAsync($"{Mine}?culture=en"), answers);
    }

    /// <summary>Fills in the page's form and sends it.</summary>
    public static Task<Page> SendAsync(Visitor visitor, Page page, params (string Figure, string Verdict, string? Comment, string? Proposed)[] answers)
    {
        var changes = new Dictionary<string, string?>();
        foreach (var (figure, verdict, comment, proposed) in answers)
        {
            var name = NameOf(page, figure);
            (changes[$"{name}.Verdict"], changes[$"{name}.Comment"], changes[$"{name}.Proposed"]) = (verdict, comment ?? "", proposed ?? "");
        }

        return visitor.SubmitAsync(page, changes, "form.figures");
    }

    /// <summary>What the form calls the line of a figure.</summary>
    public static string NameOf(Page page, string figure) => page.Field($"form.figures input[name$='.Figure'][value='{figure}']").Name![..^".Figure".Length];

    public async Task<FigureAnswer> LastAnswerAsync(long consultation, long? step = null)
    {
        await using var db = Portal.Open();
        return await db.FigureAnswers.AsNoTracking().Where(answer => answer.ConsultationId == consultation && answer.DealStepId == step).OrderByDescending(answer => answer.Id).FirstAsync();
    }

    public async Task<int> AnswersAsync()
    {
        await using var db = Portal.Open();
        return await db.FigureAnswers.CountAsync(answer => answer.Consultation.ParticipationId == Participation);
    }

    public async Task<Consultation> ConsultationAsync(long id)
    {
        await using var db = Portal.Open();
        return await db.Consultations.AsNoTracking().Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps).SingleAsync(consultation => consultation.Id == id);
    }

    /// <summary>The stored total of one figure and tier of this company, in the base currency.</summary>
    public async Task<decimal> TierAsync(TotalFigure figure, EvidenceTier tier)
    {
        await using var db = Portal.Open();
        return await db.TierTotals.Where(total => total.Scope == TotalScope.Participation && total.ScopeId == Participation && total.Figure == figure && total.Tier == tier)
            .Select(total => total.Amount).SingleOrDefaultAsync();
    }

    public static string TokenOf(string text) => Link().Match(text).Groups[1].Value;

    private static Consultation NewConsultation(long participation, long buyer, Valued value) => new()
    {
        ClientId = Guid.CreateVersion7(),
        MissionId = World.Ids.Underway,
        StopId = World.Ids.BandungStop,
        ParticipationId = participation,
        BuyerId = buyer,
        HeldOn = new DateOnly(2026, 11, 2),
        Value = value,
        LoggedByName = "시험",
        LoggedAt = TestDatabase.Start.UtcDateTime,
    };

    private static async Task AddUserAsync(TradeDbContext db, long company, string email)
    {
        var user = new TradeUser
        {
            Name = "한확인",
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString(),
            CompanyId = company,
        };
        user.PasswordHash = Portal.Hasher.HashPassword(user, World.Password);
        db.Users.Add(user);
        await db.SaveChangesAsync();
        db.UserRoles.Add(new IdentityUserRole<long> { UserId = user.Id, RoleId = await db.Roles.Where(role => role.Name == "Company").Select(role => role.Id).SingleAsync() });
        await db.SaveChangesAsync();
    }

    [GeneratedRegex("/confirmations/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
