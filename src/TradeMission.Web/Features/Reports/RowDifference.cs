using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

/// <summary>A record that is not what it was when the report was kept.</summary>
/// <param name="Then">Null where it has come since.</param>
/// <param name="Now">Null where it is gone.</param>
public sealed record RowDifference(KeptRow? Then, KeptRow? Now)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Properties = new();

    public KeptRow Row => Now ?? Then!;

    /// <summary>What of it has changed, each field in the reader's words; none where the whole record is new or gone.</summary>
    public IEnumerable<Field> Fields => Then is null || Now is null
        ? []
        : FieldsOf(Now.GetType()).Where(property => !Equals(property.GetValue(Then), property.GetValue(Now)))
            .Select(property => new Field(Texts.Get($"Reports.Row.{property.Name}"), Text(property.GetValue(Then)), Text(property.GetValue(Now))));

    public sealed record Field(string Label, string Then, string Now);

    /// <summary>What is said of a row; ids are for machines, and the names behind them stand beside them.</summary>
    public static IReadOnlyList<PropertyInfo> FieldsOf(Type row) => Properties.GetOrAdd(row, type =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !property.Name.EndsWith("Id", StringComparison.Ordinal) && property.Name != "EqualityContract")]);

    private static string Text(object? value) => value switch
    {
        null => "–",
        string text => text,
        KeptValue amount => amount.Text,
        Enum word => Texts.Of(word),
        DateOnly day => Show.DayShort(day),
        TimeOnly time => Show.Time(time),
        DateTime moment => Show.Moment(moment),
        decimal number => Show.Number(number),
        bool yes => Texts.Get(yes ? "Shared.Yes" : "Shared.No"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
