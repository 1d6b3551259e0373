using FluentValidation;
using TradeMission.Domain;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>What a host gave in kind at a stop, and what that spared the budget.</summary>
public sealed class HostSupportForm : MissionPartForm
{
    public SupportKind? Kind { get; set; }

    public string? Description { get; set; }

    public decimal? Quantity { get; set; }

    public string? QuantityUnit { get; set; }

    public decimal? UnitPrice { get; set; }

    public string? Currency { get; set; }

    public PriceBasis? Basis { get; set; }

    internal Stop? Stop { get; set; }

    internal long? SupportId { get; set; }

    public static HostSupportForm Of(HostSupport support) => new()
    {
        SupportId = support.Id,
        Stop = support.Stop,
        Mission = support.Stop.Mission,
        Kind = support.Kind,
        Description = support.Description,
        Quantity = support.Quantity,
        QuantityUnit = support.Unit,
        UnitPrice = support.UnitPrice,
        Currency = support.Value?.Currency ?? support.Stop.Mission.BaseCurrency,
        Basis = support.Basis,
        Version = support.Version,
    };

    public HostSupport Create(long stopId) => new() { StopId = stopId, Kind = Kind!.Value, Description = SearchText.Stored(Description)! };

    /// <summary>Writes a form that is valid; the rate stays frozen unless the currency changes.</summary>
    public async Task ApplyAsync(HostSupport support, TradeDbContext db, CancellationToken cancellation)
    {
        support.Kind = Kind!.Value;
        support.Description = SearchText.Stored(Description)!;
        support.Quantity = Quantity;
        support.Unit = SearchText.Stored(QuantityUnit);
        support.UnitPrice = UnitPrice;
        support.Basis = Basis!.Value;
        support.Value = Total is { } total ? new Valued(new Money(total, Currency!), await RateAsync(db, support.Value, cancellation)) : null;
    }

    private async Task<FrozenRate?> RateAsync(TradeDbContext db, Valued? was, CancellationToken cancellation) =>
        was is not null && was.Currency == Currency ? was.Frozen : await Rates.FindAsync(db, Currency!, Mission!.BaseCurrency, Stop!.StartsOn ?? Mission.StartsOn, cancellation);

    /// <summary>Whether the value can be kept in the mission's base currency; what is no amount of money has its own message.</summary>
    private async Task<bool> FitsAsync(TradeDbContext db, CancellationToken cancellation)
    {
        if (Total is not { } total || Money.Refusal(total, Currency) is not null)
        {
            return true;
        }

        var was = SupportId is { } id ? await db.HostSupports.FindAsync([id], cancellation) : null;
        return Valued.Fits(new Money(total, Currency!), await RateAsync(db, was?.Value, cancellation));
    }

    /// <summary>Quantity × unit price, in whole units of the currency's smallest coin. Null where the quantity is refused anyway.</summary>
    private decimal? Total => Quantity is { } quantity and <= LargestQuantity && UnitPrice is { } price && Currencies.Find(Currency) is { } currency
        ? decimal.Round(quantity * price, currency.Decimals, MidpointRounding.AwayFromZero)
        : null;

    private const decimal LargestQuantity = 1_000_000;

    public sealed class Validator : PartValidator<HostSupportForm>
    {
        public Validator(TradeDbContext db)
        {
            RuleFor(form => form.Kind).NotNull().IsInEnum();
            RuleFor(form => form.Description).NotEmpty().MaximumLength(400);
            RuleFor(form => form.Quantity).GreaterThan(0).LessThanOrEqualTo(LargestQuantity).PrecisionScale(9, 2, true);
            RuleFor(form => form.QuantityUnit).MaximumLength(40);
            RuleFor(form => form.UnitPrice).MustBeMoney(form => form.Currency);
            RuleFor(form => form.Quantity).NotNull().When(form => form.UnitPrice is not null);
            RuleFor(form => form.Currency).Must(code => Currencies.Find(code) is not null).WithMessage(_ => Texts.Of(MoneyRefusal.UnknownCurrency)).When(form => form.UnitPrice is not null);
            RuleFor(form => form.UnitPrice).Must((form, _) => form.Total is not > Money.Largest).WithMessage(_ => Texts.Of(MoneyRefusal.TooLarge));
            RuleFor(form => form.UnitPrice).MustAsync((form, _, cancellation) => form.FitsAsync(db, cancellation)).WithMessage(_ => Texts.Get("Missions.SupportTooLarge"));
            RuleFor(form => form.Basis).NotNull().IsInEnum();
            RuleFor(form => form.Basis).NotEqual(PriceBasis.Unknown).WithMessage(_ => Texts.Get("Missions.PriceNeedsBasis")).When(form => form.UnitPrice is not null);
        }
    }
}
