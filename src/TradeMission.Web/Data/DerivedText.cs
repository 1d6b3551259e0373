using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>Columns that follow from a record's names: how it is found and recognised. Nobody enters or changes them, so they have no history and make no version.</summary>
internal static class DerivedText
{
    public const string SearchText = nameof(Domain.Shared.SearchText);
    public const string SearchKeys = nameof(Domain.Shared.SearchKeys);
    public const string NameKey = nameof(Domain.Shared.NameKey);
    public const string OtherNameKey = nameof(OtherNameKey);

    /// <summary>What is compared letter by letter.</summary>
    public static bool IsKey(string column) => column is SearchKeys or NameKey or OtherNameKey;

    /// <summary>Makes them true again; says whether any was not.</summary>
    public static bool Write(EntityEntry entry)
    {
        var changed = false;
        if (entry.Entity is ISearchable searchable)
        {
            changed |= Set(entry, SearchText, Domain.Shared.SearchText.Of(searchable.SearchNames));
        }

        if (entry.Entity is INamed named)
        {
            changed |= Set(entry, SearchKeys, Domain.Shared.SearchKeys.Of(named.SearchNames));
        }

        if (entry.Entity is IFirm firm)
        {
            changed |= Set(entry, NameKey, Domain.Shared.NameKey.Of(firm.FirmName));
            changed |= Set(entry, OtherNameKey, string.IsNullOrWhiteSpace(firm.OtherFirmName) ? null : Domain.Shared.NameKey.Of(firm.OtherFirmName));
        }

        return changed;
    }

    public static bool IsAllThatChanged(EntityEntry entry) =>
        entry.Properties.Where(property => property.IsModified).All(property => property.Metadata.Name == SearchText || IsKey(property.Metadata.Name))
        && entry.ComplexProperties.All(complex => !complex.IsModified);

    private static bool Set(EntityEntry entry, string column, string? text)
    {
        var property = entry.Property(column);
        if (Equals(property.CurrentValue, text))
        {
            return false;
        }

        property.CurrentValue = text;
        return true;
    }
}
