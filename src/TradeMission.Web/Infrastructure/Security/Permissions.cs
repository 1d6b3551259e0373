using Microsoft.AspNetCore.Routing.Patterns;
using static TradeMission.Web.Infrastructure.Security.Role;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>
/// The one table of who may do what. It is enforced as it stands here (<see cref="PermittedByTableHandler"/>), an endpoint that it does not name keeps the portal
/// from starting, and a test walks every route as every kind of user. Which rows of a page a person sees is <see cref="Visibility"/>'s matter.
/// </summary>
public static class Permissions
{
    public const Role SignedIn = Administrator | Officer | Manager | Company;
    public const Role Anyone = Anonymous | SignedIn;

    /// <summary>Who reads the city's own records.</summary>
    private const Role City = Officer | Manager | Administrator;

    public static IReadOnlyList<PermissionRow> All { get; } =
    [
        // Everybody.
        new("GET", "/", SignedIn),
        new("*", "/error/{code}", Anyone),
        new("GET", "/privacy", Anyone),
        new("GET", "/accessibility", Anyone),
        new("*", "/healthz", Anyone),
        new("*", "/healthz/ready", Anyone),
        new("GET POST", "/account/sign-in", Anyone),
        new("POST", "/account/sign-out", Anyone),
        new("GET POST", "/account/forgotten-password", Anyone),
        new("GET POST", "/account/reset-password", Anyone),
        new("GET POST", "/account/invitation", Anyone),
        new("GET POST", "/account/profile", SignedIn),
        new("GET POST", "/account/password", SignedIn),
        new("GET", "/api/session/end", SignedIn),
        new("POST", "/api/session/renewal", SignedIn),

        // One's own drafts of forms.
        new("GET PUT DELETE", "/api/drafts", SignedIn),

        // What was deleted comes back by whoever may have deleted it, or by an administrator.
        new("GET", "/deleted", Officer | Administrator),
        new("POST", "/deleted/{id}/restoration", Officer | Administrator),

        // Whoever has records finds them; which, is the rows' matter.
        new("GET", "/search", City | Company),

        // Missions. Reopening a closed mission is the manager's; which change of status is whose stands in the mission.
        new("GET", "/missions", City),
        new("GET", "/missions.{format}", City),
        new("GET POST", "/missions/new", Officer),
        new("GET POST", "/missions/past/new", Officer),
        new("GET", "/missions/{id}", City),
        new("GET POST", "/missions/{id}/edit", Officer),
        new("GET POST", "/missions/{id}/delete", Officer),
        new("GET POST", "/missions/{id}/status", Officer | Manager),
        new("GET", "/missions/{id}/totals.json", City),
        new("GET", "/missions/{id}/report", City),
        new("GET", "/missions/{id}/snapshots", City),
        new("GET", "/missions/{id}/snapshots/{number}", City),
        new("GET", "/missions/{id}/snapshots/{number}.json", City),
        new("GET", "/missions/{missionId}/consultations", City),
        new("GET", "/missions/{missionId}/consultations.{format}", City),
        new("GET POST", "/missions/{missionId}/consultations/new", Officer),
        new("GET", "/missions/{missionId}/consultations/buyers", Officer),
        new("GET POST", "/missions/{missionId}/stops/new", Officer),
        new("GET POST", "/missions/{missionId}/stops/{id}/edit", Officer),
        new("GET POST", "/missions/{missionId}/stops/{id}/delete", Officer),
        new("GET POST", "/missions/{missionId}/stops/{stopId}/supports/new", Officer),
        new("GET POST", "/missions/{missionId}/stops/{stopId}/supports/{id}/edit", Officer),
        new("GET POST", "/missions/{missionId}/stops/{stopId}/supports/{id}/delete", Officer),
        new("GET POST", "/missions/{missionId}/stated-totals/new", Officer),
        new("GET POST", "/missions/{missionId}/stated-totals/{id}/edit", Officer),
        new("GET POST", "/missions/{missionId}/stated-totals/{id}/delete", Officer),
        new("GET POST", "/missions/{missionId}/participations/new", Officer),
        new("GET POST", "/missions/{missionId}/participations/{id}/edit", Officer),
        new("GET POST", "/missions/{missionId}/participations/{id}/delete", Officer),

        // What companies say of their figures. A link in a mail stands for the person that it was sent to.
        new("GET", "/missions/{id}/confirmations", City),
        new("POST", "/missions/{id}/confirmations", Officer),
        new("POST", "/answers/{id}/acceptance", Officer),
        new("POST", "/answers/{id}/reply", Officer),
        new("GET POST", "/confirmations/{token}", Anyone),
        new("POST", "/my/missions/{id}/answers", Company),
        new("POST", "/my/answers/{id}/withdrawal", Company),

        // Consultations; a company reads its own.
        new("GET", "/consultations", City),
        new("GET", "/consultations.{format}", City),
        new("GET", "/consultations/{id}", City | Company),
        new("GET POST", "/consultations/{id}/edit", Officer),
        new("GET POST", "/consultations/{id}/delete", Officer),
        new("POST", "/consultations/{id}/next-step", Officer),

        // From a spreadsheet; a draft is its sender's alone.
        new("GET POST", "/missions/{missionId}/consultations/import", Officer | Administrator),
        new("GET", "/missions/{missionId}/consultations/import/template", Officer | Administrator),
        new("GET POST", "/buyers/import", Officer | Administrator),
        new("GET", "/buyers/import/template", Officer | Administrator),
        new("GET POST", "/companies/import", Officer | Administrator),
        new("GET", "/companies/import/template", Officer | Administrator),
        new("GET", "/imports", Officer | Administrator),
        new("GET", "/imports/{id}", City),
        new("POST", "/imports/{id}/undo", Officer | Administrator),
        new("GET POST", "/imports/drafts/{key}", Officer | Administrator),
        new("POST", "/imports/drafts/{key}/confirmation", Officer | Administrator),
        new("POST", "/imports/drafts/{key}/removal", Officer | Administrator),
        new("GET", "/imports/drafts/{key}/progress", Officer | Administrator),

        // Logging without a network: what a device asks and sends; the empty page and its worker hold nobody's data.
        new("GET", "/api/session", SignedIn),
        new("GET", "/api/missions/{id}/kit", Officer),
        new("PUT", "/api/consultations/{clientId}", Officer),
        new("GET", "/offline/entry", Anyone),
        new("GET", "/offline/worker.js", Anyone),

        // Deals: a company keeps the ladder of its own; which steps it may correct stands with the deal.
        new("GET POST", "/consultations/{consultationId}/deals/new", Officer | Company),
        new("GET", "/deals", City),
        new("GET", "/deals.{format}", City),
        new("GET POST", "/deals/{id}/follow-up", Officer),
        new("POST", "/deals/{id}/news", Officer | Company),
        new("GET POST", "/deals/{dealId}/steps/new", Officer | Company),
        new("GET POST", "/deals/{dealId}/steps/{id}/evidence", Officer | Company),
        new("GET", "/evidence/{key}", City | Company),
        new("POST", "/evidence/{key}/removal", Officer | Company),
        new("GET POST", "/deals/{dealId}/steps/{id}/correction", Officer | Company),
        new("GET POST", "/deals/{dealId}/steps/{id}/withdrawal", Officer | Company),

        // Registers.
        new("GET", "/companies", City),
        new("GET", "/companies.{format}", City),
        new("GET POST", "/companies/new", Officer),
        new("GET", "/companies/{id}", City),
        new("GET POST", "/companies/{id}/edit", Officer),
        new("GET POST", "/companies/{id}/delete", Officer),
        new("GET POST", "/companies/{companyId}/products/new", Officer),
        new("GET POST", "/companies/{companyId}/products/{id}/edit", Officer),
        new("GET POST", "/companies/{companyId}/products/{id}/delete", Officer),
        new("GET POST", "/companies/{ownerId}/contacts/new", Officer),
        new("GET POST", "/companies/{ownerId}/contacts/{id}/edit", Officer),
        new("GET POST", "/companies/{ownerId}/contacts/{id}/delete", Officer),
        new("GET", "/buyers", City),
        new("GET", "/buyers.{format}", City),
        new("GET POST", "/buyers/new", Officer),
        new("GET", "/buyers/{id}", City),
        new("GET POST", "/buyers/{id}/edit", Officer),
        new("GET POST", "/buyers/{id}/delete", Officer),
        new("GET POST", "/buyers/{ownerId}/contacts/new", Officer),
        new("GET POST", "/buyers/{ownerId}/contacts/{id}/edit", Officer),
        new("GET POST", "/buyers/{ownerId}/contacts/{id}/delete", Officer),
        new("GET", "/duplicates", Officer | Administrator),
        new("GET", "/duplicates/companies/{id}", Officer | Administrator),
        new("GET POST", "/duplicates/companies/{winnerId}/{loserId}", Officer | Administrator),
        new("POST", "/duplicates/companies/{oneId}/{otherId}/apart", Officer | Administrator),
        new("GET", "/duplicates/buyers/{id}", Officer | Administrator),
        new("GET POST", "/duplicates/buyers/{winnerId}/{loserId}", Officer | Administrator),
        new("POST", "/duplicates/buyers/{oneId}/{otherId}/apart", Officer | Administrator),
        new("POST", "/duplicates/apart/{id}/removal", Officer | Administrator),
        new("GET POST", "/merges/{id}/undo", Officer | Administrator),
        new("GET", "/sister-cities", City),
        new("GET", "/sister-cities.{format}", City),
        new("GET POST", "/sister-cities/new", Officer),
        new("GET", "/sister-cities/{id}", City),
        new("GET POST", "/sister-cities/{id}/edit", Officer),
        new("GET POST", "/sister-cities/{id}/delete", Officer),
        new("GET POST", "/sister-cities/{ownerId}/contacts/new", Officer),
        new("GET POST", "/sister-cities/{ownerId}/contacts/{id}/edit", Officer),
        new("GET POST", "/sister-cities/{ownerId}/contacts/{id}/delete", Officer),
        new("GET POST", "/sister-cities/{sisterCityId}/exchanges/new", Officer),
        new("GET POST", "/sister-cities/{sisterCityId}/exchanges/{id}/edit", Officer),
        new("GET POST", "/sister-cities/{sisterCityId}/exchanges/{id}/delete", Officer),

        // A company's own results; the manager's years.
        new("GET", "/my", Company),
        new("GET", "/my/missions/{id}", Company),
        new("GET", "/dashboard", Manager | Administrator),

        // Administration.
        new("GET", "/admin/users", Administrator),
        new("GET POST", "/admin/users.{format}", Administrator),
        new("GET POST", "/admin/users/new", Administrator),
        new("GET", "/admin/users/{id}", Administrator),
        new("GET POST", "/admin/users/{id}/edit", Administrator),
        new("POST", "/admin/users/{id}/activity", Administrator),
        new("POST", "/admin/users/{id}/invitation", Administrator),
        new("POST", "/admin/users/{id}/unlocking", Administrator),
        new("GET", "/admin/rates", Administrator),
        new("GET", "/admin/rates.{format}", Administrator),
        new("GET POST", "/admin/rates/new", Administrator),
        new("GET POST", "/admin/rates/{id}/edit", Administrator),
        new("GET POST", "/admin/rates/{id}/delete", Administrator),
        new("POST", "/admin/rates/application", Administrator),
        new("GET POST", "/admin/rates/import", Administrator),
        new("POST", "/admin/rates/import/confirmation", Administrator),
        new("GET", "/admin/rates/import/template", Administrator),
        new("GET POST", "/admin/rates/service", Administrator),
        new("GET POST", "/admin/totals", Administrator),
        new("GET", "/admin/audit", Administrator),
        new("GET POST", "/admin/audit.{format}", Administrator),
        new("GET", "/admin/settings", Administrator),
        new("POST", "/admin/settings/sample-data", Administrator),
        new("GET", "/admin/mail", Administrator),
        new("GET", "/admin/mail/{name}", Administrator),
        new("POST", "/admin/mail/{id}/attempt", Administrator),
    ];

    private static readonly Dictionary<(string Method, string Route), Role> Rows = All
        .SelectMany(row => row.Methods.Split(' ').Select(method => ((method, row.Route), row.Who)))
        .ToDictionary(row => row.Item1, row => row.Who);

    /// <summary>Who may; nobody where the table has no such row.</summary>
    public static Role Who(string method, string route) =>
        Rows.TryGetValue((method == HttpMethods.Head ? HttpMethods.Get : method, route), out var who) || Rows.TryGetValue(("*", route), out who) ? who : None;

    /// <summary>The route as the table writes it.</summary>
    public static string RouteOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(TextOf))));

    private static string TextOf(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter => "{" + parameter.Name + "}",
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };
}
