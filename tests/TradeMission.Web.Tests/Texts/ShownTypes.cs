using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.ExchangeRates;
using TradeMission.Web.Features.Search;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Tests.Texts;

/// <summary>What of the portal's types people get to read: enums, fields of forms, fields of audited records.</summary>
internal static class ShownTypes
{
    /// <summary>Enums that no page shows: what code decides by.</summary>
    private static readonly Type[] Unshown = [typeof(DayFit), typeof(TotalScope), typeof(MoneyUnit), typeof(RateColumn), typeof(FoundKind), typeof(NamesAsked)];

    /// <summary>Standings of no person.</summary>
    private static readonly string[] UnshownMembers = ["Words.Role.None", "Words.Role.Anonymous"];

    /// <summary>Form properties that no label stands beside: what pages carry along unseen.</summary>
    private static readonly string[] Unlabelled = ["Version", "SubmissionId", "Seen", "ClientId", "ReturnUrl", "User", "Token"];

    /// <summary>Words.MissionStatus.Draft…</summary>
    public static IReadOnlyList<string> EnumKeys { get; } =
    [
        .. new[] { typeof(Mission).Assembly, typeof(TradeDbContext).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsEnum && type.IsVisible && !Unshown.Contains(type))
            .SelectMany(type => Enum.GetNames(type).Select(member => $"Words.{type.Name}.{member}")).Except(UnshownMembers),
    ];

    /// <summary>Forms are what has a validator.</summary>
    public static IReadOnlyList<(string Room, string Form, string Property)> FormFields { get; } =
    [
        .. typeof(TradeDbContext).Assembly.GetTypes().Where(type => !type.IsAbstract)
            .Select(ValidatedBy).OfType<Type>().Distinct()
            .Where(form => FormTexts.RoomOf(form) is not null)
            .SelectMany(form => form.GetProperties()
                .Where(property => property is { CanRead: true, CanWrite: true } && property.GetSetMethod() is not null && !Unlabelled.Contains(property.Name))
                .Select(property => (FormTexts.RoomOf(form)!, form.Name, property.Name))),
    ];

    /// <summary>Records and their fields, as the audit trail names them.</summary>
    public static IReadOnlyList<(string Record, string Field)> AuditedFields { get; } = Audited();

    private static Type? ValidatedBy(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(AbstractValidator<>))
            {
                return ancestor.GetGenericArguments()[0];
            }
        }

        return null;
    }

    private static List<(string Record, string Field)> Audited()
    {
        var options = new DbContextOptionsBuilder<SqliteTradeDbContext>().UseSqlite("Data Source=:memory:").Options;
        using var db = new SqliteTradeDbContext(options);
        return
        [
            .. db.Model.GetEntityTypes().Where(type => !AuditTrail.Exempt.Contains(type.ClrType)).SelectMany(type =>
                type.GetProperties().Where(property => !property.IsPrimaryKey() || type.ClrType == typeof(IdentityUserRole<long>)).Select(property => property.Name)
                    .Concat(type.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties().Select(property => $"{complex.Name}.{property.Name}")))
                    .Where(field => field.Split('.').All(part => !AuditTrail.Noise.Contains(part)))
                    .Where(field => !AuditTrail.Derived.Contains($"{AuditTrail.NameOf(type.ClrType)}.{field}"))
                    .Select(field => (AuditTrail.NameOf(type.ClrType), field))),
        ];
    }
}
