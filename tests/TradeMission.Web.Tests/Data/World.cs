using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Missions;

namespace TradeMission.Web.Tests.Data;

/// <summary>
/// The small world that page tests start in; ids are the same in every copy.
/// <para>Underway (TM-2026-001, USD, 2–6 November 2026): stops Bandung (2–4) and Hanoi (5–6); companies A and B take part. Consultations:
/// A × Nusantara 600,000 USD, pursued 120,000.50 USD, next step due 2026-11-10; A × Saigon 13,000,000 KRW at 0.00075 = 9,750 USD; B × Nusantara 50,000,000 IDR
/// <b>without a rate</b>; B × Hanoi without a value. Mission totals: 4 consultations, 3 buyers, 609,750 USD, contract 120,000.50 USD, 1 value without rate.</para>
/// <para>Closed (TM-2025-007, USD, May 2025): one stop Tokyo; company A only; A × Edo 25,000 USD. Company C takes part in nothing. Buyer Blocked is blocked.</para>
/// <para>People: one per role, two of company A's and B's; each signs in with <see cref="Password"/>.</para>
/// </summary>
public static class World
{
    public const string Password = "시장개척단-World-2026!";

    public const string Administrator = "administrator@city.example";
    public const string Officer = "officer@city.example";
    public const string Manager = "manager@city.example";
    public const string CompanyA = "a@companies.example";
    public const string CompanyB = "b@companies.example";

    public static IReadOnlyList<string> Everybody { get; } = [Administrator, Officer, Manager, CompanyA, CompanyB];

    public static WorldIds Ids { get; } = new();

    internal static async Task FillAsync(TradeDbContext db)
    {
        await AddPeopleAsync(db);
        var rate = new ExchangeRate { Currency = "KRW", Against = "USD", On = new DateOnly(2026, 10, 30), Quoted = 0.00075m, Source = "한국은행" };
        db.Add(rate);

        var bandung = new SisterCity
        {
            NameKo = "반둥시",
            NameEn = "Bandung",
            NameLocal = "Kota Bandung",
            Country = "ID",
            Region = "ASEAN",
            Kind = SisterCityKind.Sister,
            AgreedOn = new DateOnly(1997, 8, 25),
        };
        db.Add(bandung);
        await db.SaveChangesAsync();
        Expect(bandung, Ids.Bandung);

        var a = await db.Companies.SingleAsync(company => company.NameEn == "Alpha Cosmetics");
        var b = await db.Companies.SingleAsync(company => company.NameEn == "Beta Tools");
        var nusantara = new Buyer { Name = "PT Nusantara Retail", Country = "ID", City = "Bandung", Credit = Credit.Recommended, IntroducedBySisterCityId = bandung.Id };
        var saigon = new Buyer { Name = "Saigon Beauty JSC", Country = "VN", City = "Ho Chi Minh City" };
        var hanoi = new Buyer { Name = "Hanoi <Trade> & Co", NameOther = "하노이무역", Country = "VN", City = "Hanoi" };
        var edo = new Buyer { Name = "江戸商事", NameOther = "Edo Shoji", Country = "JP", City = "Tokyo" };
        var blocked = new Buyer { Name = "Blocked Imports Ltd", Country = "VN", Credit = Credit.Blocked };
        foreach (var buyer in new[] { nusantara, saigon, hanoi, edo, blocked })
        {
            db.Add(buyer);
            await db.SaveChangesAsync();
        }

        var underway = NewMission("TM-2026-001", "2026 아세안 시장개척단", "ASEAN Trade Mission 2026", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 6), "ASEAN");
        underway.HostWith([bandung.Id]);
        Move(underway, MissionStatus.Recruiting, MissionStatus.Confirmed, MissionStatus.Underway);
        var closed = NewMission("TM-2025-007", "2025 일본 시장개척단", "Japan Trade Mission 2025", new DateOnly(2025, 5, 12), new DateOnly(2025, 5, 16), "일본");
        await AddAsync(db, underway, Ids.Underway);
        await AddAsync(db, closed, Ids.Closed);

        var first = NewStop(underway, "반둥", "Bandung", "ID", "Asia/Jakarta", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 4), bandung.Id);
        var second = NewStop(underway, "하노이", "Hanoi", "VN", "Asia/Ho_Chi_Minh", new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 6), null);
        var tokyo = NewStop(closed, "도쿄", "Tokyo", "JP", "Asia/Tokyo", new DateOnly(2025, 5, 12), new DateOnly(2025, 5, 16), null);
        await AddAsync(db, first, Ids.BandungStop);
        await AddAsync(db, second, Ids.HanoiStop);
        await AddAsync(db, tokyo, Ids.TokyoStop);
        db.Add(new HostSupport
        {
            StopId = first.Id,
            Kind = SupportKind.Venue,
            Description = "상담장",
            Quantity = 3,
            Unit = "일",
            UnitPrice = 1000,
            Basis = PriceBasis.Quotation,
            Value = Usd(3000, first.StartsOn!.Value),
        });
        db.Add(new Exchange { SisterCityId = bandung.Id, MissionId = underway.Id, HeldOn = first.StartsOn, Field = ExchangeField.Culture, Agreed = "청소년 합창단 초청" });
        db.Add(new StatedTotal
        {
            MissionId = underway.Id,
            Figure = StatedFigure.ConsultationValue,
            Amount = 700_000m,
            AsPrinted = "70만불",
            Source = "보도자료",
            StatedOn = new DateOnly(2026, 11, 3),
        });

        var aUnderway = NewParticipation(underway.Id, a.Id);
        var bUnderway = NewParticipation(underway.Id, b.Id);
        var aClosed = NewParticipation(closed.Id, a.Id);
        await AddAsync(db, aUnderway, Ids.AUnderway);
        await AddAsync(db, bUnderway, Ids.BUnderway);
        await AddAsync(db, aClosed, Ids.AClosed);

        var officer = await db.Users.SingleAsync(user => user.Email == Officer);
        var logged = NewConsultation(officer, first, aUnderway, nusantara, new DateOnly(2026, 11, 2), Usd(600_000m, new DateOnly(2026, 11, 2)));
        logged.Assessment = Assessment.CooperationPossible;
        logged.NextStep = "견적서 발송";
        logged.NextStepDueOn = new DateOnly(2026, 11, 10);
        logged.NextStepOwner = "담당자";
        Pursue(logged, Usd(120_000.50m, new DateOnly(2026, 11, 2)), new DateOnly(2027, 2, 1));
        await AddAsync(db, logged, Ids.AWithNusantara);
        var won = new Valued(new Money(13_000_000m, "KRW"), rate.Freeze());
        await AddAsync(db, NewConsultation(officer, second, aUnderway, saigon, new DateOnly(2026, 11, 5), won), Ids.AWithSaigon);
        var rateMissing = new Valued(new Money(50_000_000m, "IDR"), null);
        await AddAsync(db, NewConsultation(officer, first, bUnderway, nusantara, new DateOnly(2026, 11, 3), rateMissing), Ids.BWithNusantara);
        await AddAsync(db, NewConsultation(officer, second, bUnderway, hanoi, new DateOnly(2026, 11, 6), null), Ids.BWithHanoi);
        await AddAsync(db, NewConsultation(officer, tokyo, aClosed, edo, new DateOnly(2025, 5, 13), Usd(25_000m, new DateOnly(2025, 5, 13))), Ids.AWithEdo);

        Move(closed, MissionStatus.Recruiting, MissionStatus.Confirmed, MissionStatus.Underway);
        await db.SaveChangesAsync();
        await CloseAsync(db, closed);
        db.ChangeTracker.Clear();
    }

    /// <summary>Closes a mission that is under way and keeps its report.</summary>
    public static Task CloseAsync(TradeDbContext db, Mission mission, string reason = "계획대로", string by = "TradeMission") =>
        new MissionClosing(db).CloseAsync(mission, reason, null, by, db.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);

    public static Mission NewMission(string reference, string titleKo, string titleEn, DateOnly startsOn, DateOnly endsOn, string region) => new()
    {
        Reference = reference,
        TitleKo = titleKo,
        TitleEn = titleEn,
        StartsOn = startsOn,
        EndsOn = endsOn,
        Region = region,
        LeadOrganisation = "수원시 기업지원과",
        BaseCurrency = "USD",
    };

    public static Valued Usd(decimal amount, DateOnly on) => new(new Money(amount, "USD"), FrozenRate.Same(on));

    /// <summary>Opens a deal whose first step is a contract being pursued since the consultation.</summary>
    public static Deal Pursue(Consultation consultation, Valued pursued, DateOnly? expectedOn = null) =>
        consultation.OpenDeal(
            new StepDraft(DealStage.Pursued, pursued, consultation.HeldOn, expectedOn), new Author(consultation.LoggedById, consultation.LoggedByName, false, TestDatabase.Start.UtcDateTime), consultation.HeldOn);

    /// <summary>The company's word that a consultation's value is right.</summary>
    public static FigureAnswer Confirmed(Consultation consultation)
    {
        consultation.Take(FigureState.Confirmed);
        return new FigureAnswer
        {
            Consultation = consultation,
            Verdict = FigureState.Confirmed,
            Amount = consultation.Value!.Amount,
            Currency = consultation.Value.Currency,
            ByName = "test",
            At = TestDatabase.Start.UtcDateTime,
        };
    }

    /// <summary>A file behind a step's figure; its content is nowhere.</summary>
    public static EvidenceFile File(DealStep step) => new()
    {
        DealStep = step,
        Key = Guid.NewGuid(),
        StoredAs = "00/00",
        FileName = "계약서.pdf",
        ContentType = "application/pdf",
        Size = 1,
        Sha256 = "00",
        AddedByName = "test",
        AddedAt = TestDatabase.Start.UtcDateTime,
    };

    private static Stop NewStop(Mission mission, string ko, string en, string country, string zone, DateOnly startsOn, DateOnly endsOn, long? sisterCity) => new()
    {
        MissionId = mission.Id,
        CityKo = ko,
        CityEn = en,
        Country = country,
        TimeZone = zone,
        StartsOn = startsOn,
        EndsOn = endsOn,
        Venue = "Grand Hotel",
        SisterCityId = sisterCity,
    };

    private static Participation NewParticipation(long mission, long company)
    {
        var participation = new Participation { MissionId = mission, CompanyId = company, ProductsShown = "주력 제품", PeopleSent = 2 };
        participation.Decide(ParticipationStatus.Selected);
        return participation;
    }

    private static Consultation NewConsultation(TradeUser officer, Stop stop, Participation participation, Buyer buyer, DateOnly on, Valued? value) => new()
    {
        ClientId = Guid.CreateVersion7(),
        MissionId = stop.MissionId,
        StopId = stop.Id,
        ParticipationId = participation.Id,
        BuyerId = buyer.Id,
        HeldOn = on,
        StartsAt = new TimeOnly(10, 30),
        Value = value,
        LoggedById = officer.Id,
        LoggedByName = officer.Name,
        LoggedAt = TestDatabase.Start.UtcDateTime,
    };

    private static void Move(Mission mission, params MissionStatus[] along)
    {
        foreach (var status in along)
        {
            mission.ChangeStatus(status, "계획대로", null, "TradeMission", TestDatabase.Start.UtcDateTime);
        }
    }

    private static async Task AddPeopleAsync(TradeDbContext db)
    {
        var companies = new[]
        {
            new Company { NameKo = "알파화장품", NameEn = "Alpha Cosmetics", RegistrationNumber = Number("123456789"), District = "영통구", Size = CompanySize.Small },
            new Company { NameKo = "베타공구", NameEn = "Beta Tools", RegistrationNumber = Number("234567890"), District = "권선구", Size = CompanySize.Medium },
            new Company { NameKo = "감마식품", NameEn = "Gamma Foods", Size = CompanySize.Micro },
        };
        foreach (var (company, id) in companies.Zip([Ids.CompanyA, Ids.CompanyB, Ids.CompanyC]))
        {
            await AddAsync(db, company, id);
        }

        foreach (var role in new[] { "Administrator", "Officer", "Manager", "Company" })
        {
            if (!await db.Roles.AnyAsync(known => known.Name == role))
            {
                db.Roles.Add(new IdentityRole<long>(role) { NormalizedName = role.ToUpperInvariant() });
                await db.SaveChangesAsync();
            }
        }

        await AddPersonAsync(db, Administrator, "관리자", "Administrator", null);
        await AddPersonAsync(db, Officer, "김담당", "Officer", null);
        await AddPersonAsync(db, Manager, "이과장", "Manager", null);
        await AddPersonAsync(db, CompanyA, "박알파", "Company", Ids.CompanyA);
        await AddPersonAsync(db, CompanyB, "최베타", "Company", Ids.CompanyB);
    }

    private static async Task AddPersonAsync(TradeDbContext db, string email, string name, string role, long? company)
    {
        var user = new TradeUser
        {
            Name = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString(),
            CompanyId = company,
        };
        user.PasswordHash = Portal.Hasher.HashPassword(user, Password);
        db.Users.Add(user);
        await db.SaveChangesAsync();
        var roleId = await db.Roles.Where(known => known.Name == role).Select(known => known.Id).SingleAsync();
        db.UserRoles.Add(new IdentityUserRole<long> { UserId = user.Id, RoleId = roleId });
        await db.SaveChangesAsync();
    }

    private static string Number(string nine) => nine + RegistrationNumber.CheckDigit(nine);

    private static async Task AddAsync(TradeDbContext db, Entity record, long id)
    {
        db.Add(record);
        await db.SaveChangesAsync();
        Expect(record, id);
    }

    private static void Expect(Entity record, long id) => Assert.Equal(id, record.Id);
}
