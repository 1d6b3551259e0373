using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Tests.Reports;

/// <summary>Fills records with anything that may stand in them, whatever properties they have or will have, and compares what they hold.</summary>
internal sealed class AnyRecord(int seed)
{
    private static readonly string[] Pieces = ["", "한글", "각", "<b>&\"'\\/", "é", "😀", "\n\t\u0001", "a b", "\u2028", "0"];
    private static readonly NullabilityInfoContext Nullability = new();

    private readonly Random dice = new(seed);

    public T Of<T>() => (T)Of(typeof(T))!;

    /// <summary>Whether both hold the same, lists item by item.</summary>
    public static bool Same(object? one, object? other) => (one, other) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string, _) or (ValueType, _) => one.Equals(other),
        (IEnumerable list, IEnumerable others) => list.Cast<object?>().ToList() is var items && others.Cast<object?>().ToList() is var theirs
            && items.Count == theirs.Count && items.Zip(theirs).All(pair => Same(pair.First, pair.Second)),
        _ => one.GetType() == other.GetType() && PropertiesOf(one.GetType()).All(property => Same(property.GetValue(one), property.GetValue(other))),
    };

    public static IEnumerable<PropertyInfo> PropertiesOf(Type record) =>
        record.GetProperties().Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private object? Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return dice.Next(3) == 0 ? null : Of(underlying);
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(dice.Next(values.Length));
        }

        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
        {
            var item = type.GetGenericArguments()[0];
            var list = Array.CreateInstance(item, dice.Next(3));
            for (var index = 0; index < list.Length; index++)
            {
                list.SetValue(Of(item), index);
            }

            return list;
        }

        return type switch
        {
            _ when type == typeof(string) => SearchText.Composed(string.Concat(Enumerable.Range(0, dice.Next(4)).Select(_ => Pieces[dice.Next(Pieces.Length)]))),
            _ when type == typeof(int) => dice.Next(),
            _ when type == typeof(long) => dice.NextInt64(),
            _ when type == typeof(bool) => dice.Next(2) == 0,
            _ when type == typeof(decimal) => new decimal(dice.Next(), dice.Next(), dice.Next(1000), dice.Next(8) == 0, (byte)dice.Next(13)),
            _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(dice.Next(3_000_000)),
            _ when type == typeof(TimeOnly) => new TimeOnly(dice.NextInt64(TimeOnly.MaxValue.Ticks)),
            _ when type == typeof(DateTime) => new DateTime(dice.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc),
            _ => RecordOf(type),
        };
    }

    private object RecordOf(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(known => known.GetParameters().Length).First();
        var record = constructor.Invoke([.. constructor.GetParameters().Select(parameter => MayBeNull(Nullability.Create(parameter)) ? null : Of(parameter.ParameterType))]);
        if (constructor.GetParameters().Length == 0)
        {
            foreach (var property in PropertiesOf(type))
            {
                property.SetValue(record, MayBeNull(Nullability.Create(property)) ? null : Of(property.PropertyType));
            }
        }

        return record;
    }

    private bool MayBeNull(NullabilityInfo info) => info.ReadState == NullabilityState.Nullable && dice.Next(3) == 0;
}
