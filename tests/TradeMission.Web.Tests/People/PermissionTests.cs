using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Web.Infrastructure.Security;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

/// <summary>Every route of the running portal, by every method that it takes, as every kind of person: each answer is what the table of permissions says.</summary>
public sealed class PermissionTests(PermissionTests.UnlimitedPortal portal) : IClassFixture<PermissionTests.UnlimitedPortal>
{
    private const string SignOut = "/account/sign-out";

    public static TheoryData<string, Role> People => new()
    {
        { "", Role.Anonymous },
        { World.CompanyA, Role.Company },
        { World.CompanyB, Role.Company },
        { World.Officer, Role.Officer },
        { World.Manager, Role.Manager },
        { World.Administrator, Role.Administrator },
    };

    [Fact]
    public void Table_NamesEveryEndpoint()
    {
        Assert.True(Addresses().Count > 20, "The walk has found hardly any endpoint.");
        Assert.Empty(Addresses().Where(address => Permissions.Who(address.Method, address.Route) == Role.None));
    }

    [Fact]
    public void Table_NamesNothingThatIsNotThere()
    {
        var there = Addresses().Select(address => (address.Method, address.Route)).ToHashSet();

        Assert.Empty(Permissions.All
            .SelectMany(row => row.Methods.Replace("*", "GET", StringComparison.Ordinal).Split(' ').Select(method => (method, row.Route)))
            .Where(row => !there.Contains(row)));
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task EveryAddress_AnswersAsTheTableSays(string email, Role role)
    {
        var person = portal.Visit();
        if (email.Length > 0)
        {
            await person.SignInAsync(email, World.Password);
        }

        var tokens = await person.GetPageAsync(role == Role.Anonymous ? "/account/sign-in" : "/account/profile");
        var wrong = new List<string>();

        // Signing out ends the walk.
        foreach (var (method, route, address) in Addresses().OrderBy(address => address.Route == SignOut).ThenBy(address => address.Route, StringComparer.Ordinal))
        {
            using var answer = await person.SendAsync(Request(method, address, tokens));
            var may = (Permissions.Who(method, route) & role) != Role.None;
            if (!IsRight(may, role, route, answer))
            {
                wrong.Add($"{method} {address}: {(may ? "may" : "may not")}, but {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("GET", "/missions", Role.Officer | Role.Manager | Role.Administrator)]
    [InlineData("POST", "/missions/new", Role.Officer)]
    [InlineData("GET", "/consultations/{id}", Role.Officer | Role.Manager | Role.Administrator | Role.Company)]
    [InlineData("POST", "/consultations/{id}/edit", Role.Officer)]
    [InlineData("POST", "/missions/{id}/status", Role.Officer | Role.Manager)]
    [InlineData("GET", "/admin/users", Role.Administrator)]
    [InlineData("GET", "/my", Role.Company)]
    [InlineData("HEAD", "/my", Role.Company)]
    [InlineData("DELETE", "/my", Role.None)]
    [InlineData("GET", "/not-in-the-table", Role.None)]
    public void Table_SaysWhatThePagesSay(string method, string route, Role who) => Assert.Equal(who, Permissions.Who(method, route));

    [Fact]
    public async Task Start_WithAnEndpointThatTheTableDoesNotName_Fails()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/companies/{id:long}/secrets", () => "");

        var refusal = Assert.Throws<InvalidOperationException>(app.CheckPermissions);

        Assert.Contains("GET /companies/{id}/secrets", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAnEndpointThatOpensItself_Fails()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/missions", () => "").WithMetadata(new AllowAnonymousAttribute());

        Assert.Throws<InvalidOperationException>(app.CheckPermissions);
    }

    [Fact]
    public async Task Start_WithAnEndpointThatTheTableNames_Succeeds()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/missions/{id:long}", () => "");

        app.CheckPermissions();
    }

    private static bool IsRight(bool may, Role role, string route, HttpResponseMessage answer)
    {
        var toSignIn = answer.StatusCode == HttpStatusCode.Redirect
            && new Uri(new Uri("https://localhost"), answer.Headers.Location!).AbsolutePath == Infrastructure.Security.People.SignInAddress;
        return (may, role) switch
        {
            (true, _) when route == SignOut => toSignIn,
            (true, _) => !toSignIn && answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)answer.StatusCode < 500,
            (false, Role.Anonymous) => toSignIn || answer.StatusCode == HttpStatusCode.Unauthorized,
            _ => answer.StatusCode == HttpStatusCode.Forbidden,
        };
    }

    private static HttpRequestMessage Request(string method, string address, Page tokens)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(new Uri("https://localhost"), address));
        request.Headers.Add("Accept", "text/html");
        if (method is not ("GET" or "HEAD"))
        {
            var token = tokens.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        }

        return request;
    }

    /// <summary>What the running portal answers to; an endpoint for any method is tried by reading and by writing.</summary>
    private IReadOnlyList<(string Method, string Route, string Address)> Addresses() =>
    [
        .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !EndpointCheck.IsAsset(endpoint))
            .SelectMany(endpoint => EndpointCheck.Addresses(endpoint)
                .SelectMany(address => (address.Method == "*" ? ["GET", "POST"] : new[] { address.Method })
                    .Select(method => (method, address.Route, AddressOf(endpoint.RoutePattern)))))
            .Distinct(),
    ];

    /// <summary>An address of the route: the World's first record of each kind.</summary>
    private static string AddressOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "code" } => "404",
        RoutePatternParameterPart { Name: "format" } => "csv",
        RoutePatternParameterPart parameter => parameter.Name is "key" or "clientId" or "guid" ? $"{Guid.Empty}" : pattern.ParameterPolicies.ContainsKey(parameter.Name) || parameter.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? "1" : "x",
        _ => "",
    }))));

    /// <summary>The walk may try as often as it likes.</summary>
    public sealed class UnlimitedPortal : Portal
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
        {
            ["Security:AttemptsPerAddress"] = "100000",
            ["Security:AttemptsPerAccount"] = "100000",
            ["Mail:Folder"] = Path.Combine(Path.GetTempPath(), "trademission-walk-mail"),
        };
    }
}
