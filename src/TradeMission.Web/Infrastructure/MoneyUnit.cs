namespace TradeMission.Web.Infrastructure;

/// <summary>In what people count money.</summary>
public enum MoneyUnit
{
    Usd,
    Thousand,
    Man,
    Million,
}
