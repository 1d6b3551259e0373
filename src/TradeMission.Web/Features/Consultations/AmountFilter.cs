namespace TradeMission.Web.Features.Consultations;

/// <summary>?value=: which amounts a consultation has.</summary>
public enum AmountFilter
{
    Any,
    None,
    /// <summary>An open deal, at whatever stage.</summary>
    Contract,

    /// <summary>An amount that is left out of totals.</summary>
    RateMissing,
}
