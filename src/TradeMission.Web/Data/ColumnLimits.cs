using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain;

namespace TradeMission.Web.Data;

/// <summary>
/// SQLite keeps text of any length and numbers of any scale; SQL Server refuses the one and rounds the other. Both refuse here: a form that let it through has a bug.
/// </summary>
internal static class ColumnLimits
{
    /// <exception cref="DomainException">A value does not fit its column.</exception>
    public static void Check(EntityEntry entry)
    {
        foreach (var property in entry.Properties.Concat(entry.ComplexProperties.SelectMany(complex => complex.Properties)))
        {
            var fits = property.CurrentValue switch
            {
                string text => property.Metadata.GetMaxLength() is not (> 0 and var length) || text.Length <= length,
                decimal number => property.Metadata.GetPrecision() is not { } digits || Fits(number, digits, property.Metadata.GetScale() ?? 0),
                _ => true,
            };
            if (!fits)
            {
                throw new DomainException($"{entry.Metadata.ClrType.Name}.{property.Metadata.Name} does not fit its column");
            }
        }
    }

    private static bool Fits(decimal number, int digits, int scale) =>
        decimal.Round(number, scale) == number && Math.Abs(number) < (decimal)Math.Pow(10, digits - scale);
}
