namespace TradeMission.Domain.Deals;

/// <summary>Why a step cannot stand in a deal.</summary>
public enum DealRefusal
{
    /// <summary>Dated before the consultation that the deal comes from.</summary>
    BeforeConsultation,

    /// <summary>Dated in days to come: a step is something that has happened.</summary>
    InTheFuture,

    /// <summary>A stage of the ladder needs an amount.</summary>
    AmountMissing,

    /// <summary>A side exit, a revival, a correction and a withdrawal say why.</summary>
    ReasonMissing,

    /// <summary>The deal is on hold or lost on that day; only a step that revives it may follow.</summary>
    DealHasEnded,

    /// <summary>The deal is paid in full on that day; only further money and goods may follow.</summary>
    DealIsPaid,

    /// <summary>A contract stage would stand after a later one: pursued after signed.</summary>
    StageGoesBack,

    /// <summary>The step has been corrected already.</summary>
    AlreadyCorrected,
}
