using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data.Mappings;

/// <summary>Amounts have two decimals, rates ten, their product twelve: nothing is rounded before it is added.</summary>
internal static class ValuedMapping
{
    public const int Digits = 28;
    public const int Decimals = 12;

    public static void Configure(ComplexPropertyBuilder<Valued> value)
    {
        value.Property(v => v.Currency).HasMaxLength(3);
        value.Property(v => v.Rate).HasPrecision(20, 10);
        value.Property(v => v.RateSource).HasMaxLength(100);
        value.Property(v => v.BaseAmount).HasPrecision(Digits, Decimals);
        value.Ignore(v => v.Money);
        value.Ignore(v => v.Frozen);
        value.Ignore(v => v.RatedOn);
    }
}
