using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Imports;

/// <summary>Spreadsheets on their way into a portal, by its pages.</summary>
internal static class Sent
{
    public const string Confirmation = "form[action$=confirmation]";
    public const string Correction = "form.correct";

    public static string Consultations { get; } = $"/missions/{World.Ids.Underway}/consultations/import";

    /// <summary>Cells as they are copied out of a spreadsheet.</summary>
    public static async Task<Page> PasteAsync(this Visitor visitor, string address, string cells) =>
        await visitor.SubmitAsync(await visitor.GetPageAsync(address), new() { ["Text"] = cells }, form: $"form[action=\"{address}\"]");

    public static async Task<Page> UploadAsync(this Visitor visitor, string address, string name, byte[] content) =>
        await visitor.SubmitAsync(await visitor.GetPageAsync(address), form: $"form[action=\"{address}\"]", file: new Upload("File", name, content));

    public static Task<Page> ConfirmAsync(this Visitor visitor, Page preview) => visitor.SubmitAsync(preview, form: Confirmation);

    public static byte[] Utf8(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    /// <summary>What stands stored: records of every kind, drafts and the audit trail.</summary>
    public static async Task<(int Consultations, int Buyers, int Companies, int Deals, int Imports, int Audit)> CountsAsync(Portal portal)
    {
        await using var db = portal.Open();
        return (await db.Consultations.CountAsync(), await db.Buyers.CountAsync(), await db.Companies.CountAsync(), await db.Deals.CountAsync(), await db.Imports.CountAsync(), await db.AuditEntries.CountAsync());
    }

    public static async Task<Import> LastAsync(Portal portal)
    {
        await using var db = portal.Open();
        return await db.Imports.OrderByDescending(import => import.Id).FirstAsync();
    }
}
