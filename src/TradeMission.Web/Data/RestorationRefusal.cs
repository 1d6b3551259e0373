namespace TradeMission.Web.Data;

/// <summary>Why a deleted record does not come back.</summary>
public enum RestorationRefusal
{
    /// <summary>Somebody was quicker.</summary>
    AlreadyRestored,

    /// <summary>What it hung on has been deleted, too.</summary>
    WholeIsGone,

    /// <summary>Another record has what only one may have: a registration number, a reference.</summary>
    Taken,

    /// <summary>Its mission takes such records no longer.</summary>
    MissionIsOver,

    /// <summary>Its value is in the base currency that its mission had then.</summary>
    OtherCurrency,
}
