using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Shared;

/// <summary>Two versions of a record side by side, and what is submitted when the reader keeps his own.</summary>
/// <param name="Address">Where the reader's version is submitted again.</param>
/// <param name="Back">Where the stored version is shown.</param>
/// <param name="ChangedBy">Who changed it meanwhile, and when.</param>
public sealed record ConflictPage(string Address, string Back, string? ChangedBy, IReadOnlyList<ConflictPage.Row> Rows, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>One field: as the reader typed it and as it is stored now.</summary>
    public sealed record Row(string Label, string Mine, string Theirs)
    {
        public bool Differs => Mine != Theirs;
    }

    public static async Task<ConflictPage> OfAsync<TForm>(
        TradeDbContext db, TForm mine, TForm theirs, string record, long id, HttpRequest request, string back, CancellationToken cancellation)
        where TForm : class, IVersionedForm
    {
        var rows = typeof(TForm).GetProperties()
            .Where(property => property.CanWrite && FormTexts.RoomOf(typeof(TForm)) is { } room && Texts.Find($"{room}.Field.{property.Name}") is not null)
            .Select(property => new Row(FormTexts.LabelOf(typeof(TForm), property.Name)!, Text(property.GetValue(mine)), Text(property.GetValue(theirs))));
        var fields = request.Form
            .Where(field => field.Key is not ("__RequestVerificationToken" or nameof(IVersionedForm.Version)))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
            .Append(KeyValuePair.Create(nameof(IVersionedForm.Version), theirs.Version?.ToString(CultureInfo.InvariantCulture) ?? ""));
        var last = await db.AuditEntries.Where(entry => entry.Record == record && entry.RecordId == id)
            .OrderByDescending(entry => entry.Id).Select(entry => new { entry.ActorName, entry.At }).FirstOrDefaultAsync(cancellation);
        return new ConflictPage(request.Path + request.QueryString, back, last is null ? null : $"{last.ActorName} · {Show.Moment(last.At)}", [.. rows], [.. fields]);
    }

    private static string Text(object? value) => value switch
    {
        null => "–",
        DateOnly day => Show.Day(day),
        decimal number => Show.Number(number),
        Enum word => Texts.Of(word),
        bool yes => Texts.Get(yes ? "Shared.Yes" : "Shared.No"),
        string text => text,
        System.Collections.IEnumerable many => string.Join(", ", many.Cast<object>()),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
