using System.Security.Claims;

namespace TradeMission.Web.Infrastructure;

/// <summary>The main menu by role: what the reader may open, in the order of his day.</summary>
public static class Navigation
{
    public sealed record Entry(string Section, string Address, string Text);

    private static readonly Entry Today = new("Home", "/", "Shared.NavToday");
    private static readonly Entry Missions = new("Missions", "/missions", "Shared.NavMissions");
    private static readonly Entry Consultations = new("Consultations", "/consultations", "Shared.NavConsultations");
    private static readonly Entry Deals = new("Deals", "/deals", "Shared.NavDeals");
    private static readonly Entry Companies = new("Companies", "/companies", "Shared.NavCompanies");
    private static readonly Entry Buyers = new("Buyers", "/buyers", "Shared.NavBuyers");
    private static readonly Entry SisterCities = new("SisterCities", "/sister-cities", "Shared.NavSisterCities");
    private static readonly Entry Dashboard = new("Dashboard", "/dashboard", "Shared.NavDashboard");
    private static readonly Entry Users = new("Users", "/admin/users", "Shared.NavUsers");
    private static readonly Entry Rates = new("Rates", "/admin/rates", "Shared.NavRates");
    private static readonly Entry Totals = new("Totals", "/admin/totals", "Shared.NavTotals");
    private static readonly Entry Audit = new("Audit", "/admin/audit", "Shared.NavAudit");
    private static readonly Entry Mail = new("Mail", "/admin/mail", "Shared.NavMail");
    private static readonly Entry Settings = new("Settings", "/admin/settings", "Shared.NavSettings");
    private static readonly Entry Duplicates = new("Duplicates", "/duplicates", "Merging.Title");
    private static readonly Entry My = new("My", "/my", "Shared.NavMy");

    public static IReadOnlyList<Entry> For(ClaimsPrincipal user) =>
        user.IsInRole("Administrator") ? [Users, Rates, Totals, Duplicates, Audit, Mail, Settings, Missions, Consultations]
        : user.IsInRole("Officer") ? [Today, Missions, Consultations, Deals, Companies, Buyers, SisterCities]
        : user.IsInRole("Manager") ? [Dashboard, Missions, Consultations, Deals, Companies, Buyers, SisterCities]
        : [My];
}
