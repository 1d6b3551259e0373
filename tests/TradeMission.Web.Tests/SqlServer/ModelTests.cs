using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>What only a server would notice, on the model.</summary>
public sealed class ModelTests
{
    private const int LongestKey = 1700;
    private const int LongestName = 128;

    private static readonly IModel Model = PretendServer.Context(new PretendServer()).Model;

    /// <summary>SQL Server's error 1785: a row that could be deleted along two ways, or by itself.</summary>
    [Fact]
    public void Cascades_ReachATableByOneWayOnly()
    {
        var twice = Model.GetEntityTypes().SelectMany(from => Ways(from, []).GroupBy(way => way[^1]).Where(ways => ways.Count() > 1 || ways.Key == from)
            .Select(ways => $"{from.GetTableName()}: {string.Join(" and ", ways.Select(way => string.Join(" → ", way.Select(type => type.GetTableName()))))}"));

        Assert.Empty(twice);
    }

    /// <summary>Deleting takes what nobody audits; audited records are deleted by the portal itself, one by one.</summary>
    [Fact]
    public void Cascades_TakeNoAuditedRecord() =>
        Assert.Empty(Model.GetEntityTypes().Where(type => !TradeMission.Web.Data.AuditTrail.Exempt.Contains(type.ClrType))
            .SelectMany(type => type.GetForeignKeys().Where(ActsInTheDatabase).Select(key => $"{type.ShortName()}: {key.GetConstraintName()}"))
            .Except(["IdentityUserRole: FK_AspNetUserRoles_AspNetRoles_RoleId", "IdentityUserRole: FK_AspNetUserRoles_AspNetUsers_UserId"]));

    [Fact]
    public void Keys_FitIntoAnIndex()
    {
        var keys = Model.GetEntityTypes().SelectMany(type => type.GetIndexes().Select(index => (Name: index.GetDatabaseName(), index.Properties))
            .Concat(type.GetKeys().Select(key => (Name: key.GetName(), key.Properties))));

        Assert.Empty(keys.Where(key => key.Properties.Sum(BytesOf) > LongestKey).Select(key => $"{key.Name}: {key.Properties.Sum(BytesOf)} bytes"));
    }

    [Fact]
    public void Names_AreShortEnough()
    {
        var names = Model.GetEntityTypes().SelectMany(type => type.GetProperties().Select(property => property.GetColumnName())
            .Append(type.GetTableName())
            .Concat(type.GetIndexes().Select(index => index.GetDatabaseName()))
            .Concat(type.GetKeys().Select(key => key.GetName()))
            .Concat(type.GetForeignKeys().Select(key => key.GetConstraintName())));

        Assert.Empty(names.Where(name => name!.Length > LongestName));
    }

    [Fact]
    public void Texts_WithoutLimit_AreKnown()
    {
        var unlimited = Model.GetEntityTypes().SelectMany(type => type.GetProperties().Where(property => property.GetColumnType().EndsWith("(max)", StringComparison.Ordinal))
            .Select(property => $"{type.ShortName()}.{property.Name}"));

        Assert.Equal(["AuditEntry.Changes", "DataProtectionKey.Xml", "DeletedRecord.Content", "FormDraft.Fields", "Import.Content", "Import.Made", "ImportDraft.Content", "Merge.Work", "OutgoingMail.Html", "OutgoingMail.Text", "ReportSnapshot.Content"], unlimited.Order());
    }

    [Fact]
    public void Decimals_AllHaveAScale() =>
        Assert.Empty(Model.GetEntityTypes().SelectMany(type => type.GetFlattenedProperties())
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(decimal) && property.GetScale() is null)
            .Select(property => property.Name));

    private static bool ActsInTheDatabase(IForeignKey key) => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull;

    private static IEnumerable<IReadOnlyList<IEntityType>> Ways(IEntityType from, IReadOnlyList<IEntityType> before)
    {
        IReadOnlyList<IEntityType> way = [.. before, from];
        return from.GetReferencingForeignKeys().Where(ActsInTheDatabase).SelectMany(key => before.Contains(key.DeclaringEntityType) || key.DeclaringEntityType == from
            ? [[.. way, key.DeclaringEntityType]]
            : Ways(key.DeclaringEntityType, way).Prepend([.. way, key.DeclaringEntityType]));
    }

    private static int BytesOf(IProperty property)
    {
        var type = property.GetColumnType();
        return type.StartsWith("nvarchar(", StringComparison.Ordinal) ? (property.GetMaxLength() is > 0 and { } length ? 2 * length : int.MaxValue / 16)
            : type.StartsWith("varbinary(", StringComparison.Ordinal) ? property.GetMaxLength() ?? int.MaxValue / 16
            : type.StartsWith("decimal(", StringComparison.Ordinal) ? 17
            : type switch
            {
                "bigint" or "datetime2" or "float" => 8,
                "int" => 4,
                "smallint" => 2,
                "bit" or "tinyint" => 1,
                "date" => 3,
                "time" => 5,
                "uniqueidentifier" => 16,
                _ => throw new NotSupportedException($"How many bytes has {type}?"),
            };
    }
}
