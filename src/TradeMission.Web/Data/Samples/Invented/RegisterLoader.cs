using System.Globalization;
using Microsoft.AspNetCore.Identity;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>Saves what invented missions draw on: rates, sister cities, companies, users, buyers.</summary>
internal static class RegisterLoader
{
    private const string Mark = "(예시)";
    private const string RateSource = "예시 환율";

    public static async Task<Register> LoadAsync(TradeDbContext db, UserManager<TradeUser> users, string password, string baseCurrency, CancellationToken cancellation)
    {
        var lines = SampleFacts.Read<Dictionary<string, InventedLine>>("lines.json");
        var places = SampleFacts.Read<Dictionary<string, InventedPlace>>("places.json");
        var rates = SampleFacts.ReadRows("rates.csv").Select(row => RateOf(row, baseCurrency)).ToList();
        db.AddRange(rates);
        var companies = SampleFacts.Read<Dictionary<string, InventedCompany>>("companies.json").ToDictionary(pair => pair.Key, pair => (CompanyOf(pair.Value, lines), pair.Value.Line));
        db.AddRange(companies.Values.Select(company => company.Item1));
        var cities = SampleFacts.Read<Dictionary<string, InventedSisterCity>>("sister-cities.json").ToDictionary(pair => pair.Key, pair => CityOf(pair.Value, places[pair.Key]));
        db.AddRange(cities.Values);
        await db.SaveChangesAsync(cancellation);

        AddParts(db, companies, lines);
        AddParts(db, cities);
        var buyers = SampleFacts.ReadRows("buyers.csv")
            .Select((row, index) => (City: row[0], Buyer: BuyerOf(row, index, places[row[0]], cities.GetValueOrDefault(row[0]), lines), Lines: row[2].Split(' ')))
            .ToList();
        db.AddRange(buyers.Select(buyer => buyer.Buyer));
        await db.SaveChangesAsync(cancellation);

        db.AddRange(buyers.Select((buyer, index) => PersonAt(buyer.Buyer, index)));
        await db.SaveChangesAsync(cancellation);
        var officers = await UsersAsync(users, password, companies);
        db.ChangeTracker.Clear();
        return new Register(
            lines, places, companies, buyers.ToLookup(buyer => buyer.City, buyer => (buyer.Buyer, (IReadOnlyList<string>)buyer.Lines)), cities, officers, new RateTable(rates, baseCurrency));
    }

    private static ExchangeRate RateOf(string[] row, string against) => new()
    {
        Currency = row[0],
        Against = against,
        On = DateOnly.Parse(row[1], CultureInfo.InvariantCulture),
        Quoted = decimal.Parse(row[2], CultureInfo.InvariantCulture),
        Per = int.Parse(row[3], CultureInfo.InvariantCulture),
        Source = RateSource,
    };

    private static Company CompanyOf(InventedCompany company, Dictionary<string, InventedLine> lines) => new()
    {
        NameKo = company.Ko,
        NameEn = company.En,
        RegistrationNumber = company.Number,
        Representative = company.Head,
        District = company.District,
        Industry = lines[company.Line].Industry,
        Size = company.Size,
        ExportCountries = company.Exports,
        Notes = "지어낸 기업입니다. (예시)",
    };

    private static SisterCity CityOf(InventedSisterCity city, InventedPlace place) => new()
    {
        NameKo = city.Ko,
        NameEn = city.En,
        NameLocal = city.Local,
        Country = place.Country,
        Region = city.Region,
        Kind = city.Kind,
        AgreedOn = city.AgreedOn,
        Notes = city.Notes,
    };

    private static void AddParts(TradeDbContext db, Dictionary<string, (Company Company, string Line)> companies, Dictionary<string, InventedLine> lines)
    {
        var facts = SampleFacts.Read<Dictionary<string, InventedCompany>>("companies.json");
        foreach (var ((key, (company, line)), index) in companies.Select((pair, index) => (pair, index + 1)))
        {
            db.AddRange(lines[line].Products.Select(product => new Product { CompanyId = company.Id, NameKo = product.Ko, NameEn = product.En, HsCode = product.Hs }));
            db.Add(new Contact
            {
                CompanyId = company.Id,
                Name = facts[key].Contact,
                Position = facts[key].Position,
                Email = $"{key}@example.com",
                Phone = $"000-000-{index:0000}",
            });
        }
    }

    private static void AddParts(TradeDbContext db, Dictionary<string, SisterCity> cities)
    {
        foreach (var (key, facts) in SampleFacts.Read<Dictionary<string, InventedSisterCity>>("sister-cities.json"))
        {
            var city = cities[key];
            db.AddRange(facts.Contacts.Select(contact => new Contact { SisterCityId = city.Id, Name = contact.Name, Position = contact.Position, Email = contact.Email }));
            db.AddRange(facts.Exchanges.Select(exchange => new Exchange
            {
                SisterCity = city,
                HeldOn = exchange.On,
                Field = exchange.Field,
                Agreed = exchange.Agreed,
                NextStep = exchange.Next,
                NextStepDueOn = exchange.Due,
            }));
        }
    }

    private static Buyer BuyerOf(string[] row, int index, InventedPlace place, SisterCity? city, Dictionary<string, InventedLine> lines)
    {
        var (credit, checkedOn, expiresOn) = CreditOf(row[3], index);
        var host = credit == Credit.Recommended;
        return new Buyer
        {
            Name = $"{row[1]} {Mark}",
            Country = place.Country,
            City = row[0],
            Interests = row[2] == "any" ? "한국 소비재와 산업재 전반" : string.Join(", ", row[2].Split(' ').Select(line => lines[line].Interest)),
            IntroducedBy = host ? $"{place.Ko} 현지 주관기관 {Mark}" : null,
            IntroducedBySisterCity = host ? city : null,
            Credit = credit,
            CreditCheckedOn = checkedOn,
            CreditExpiresOn = expiresOn,
            Notes = credit == Credit.Blocked ? "대금 미지급 이력이 있어 상담을 잡지 않음. (예시)" : null,
        };
    }

    private static (Credit Credit, DateOnly? CheckedOn, DateOnly? ExpiresOn) CreditOf(string word, int index) => word switch
    {
        "Expired" => (Credit.Checked, new DateOnly(2024, 10, 7), new DateOnly(2025, 10, 6)),
        "Checked" => (Credit.Checked, new DateOnly(2026, 8, 3).AddDays(index), new DateOnly(2027, 8, 2).AddDays(index)),
        "Recommended" => (Credit.Recommended, new DateOnly(2026, 9, 14), new DateOnly(2027, 5, 31)),
        "Blocked" => (Credit.Blocked, new DateOnly(2026, 10, 12), null),
        _ => (Credit.Unknown, null, null),
    };

    private static Contact PersonAt(Buyer buyer, int index)
    {
        string[] given = ["Aisyah", "Budi", "Chen", "Dewi", "Erik", "Farah", "Gita", "Hana", "Ivan", "Julia"];
        return new Contact
        {
            BuyerId = buyer.Id,
            Name = $"{given[index % given.Length]} Contoh {Mark}",
            Position = index % 3 == 0 ? "Purchasing Manager" : index % 3 == 1 ? "Director" : "Import Team",
            Email = $"buyer-{index + 1:000}@example.com",
            Phone = $"+00-00-0000-{index + 1:0000}",
        };
    }

    private static async Task<Dictionary<string, TradeUser>> UsersAsync(UserManager<TradeUser> users, string password, Dictionary<string, (Company Company, string Line)> companies)
    {
        var officers = new Dictionary<string, TradeUser>();
        string? hash = null;
        foreach (var facts in SampleFacts.Read<List<InventedUser>>("users.json"))
        {
            var user = new TradeUser
            {
                UserName = facts.Email,
                Email = facts.Email,
                EmailConfirmed = true,
                Name = facts.Name,
                CompanyId = facts.Company is { } company ? companies[company].Company.Id : null,
            };

            // One password for all of them: its slow hash is made once.
            user.PasswordHash = hash ??= users.PasswordHasher.HashPassword(user, password);
            Succeed(await users.CreateAsync(user));
            Succeed(await users.AddToRoleAsync(user, facts.Role));
            if (facts.Role == Roles.Officer)
            {
                officers.Add(facts.Email, user);
            }
        }

        return officers;
    }

    private static void Succeed(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}
