using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Deals;

/// <summary>A deal's company was asked what became of it, once for each of the <see cref="NewsOccasions"/>.</summary>
public sealed class NewsRequest : Entity, IPartOf
{
    public long DealId { get; private set; }

    public Deal Deal { get; private init; } = null!;

    /// <summary>The occasion: so many months after the mission's last day.</summary>
    public int Months { get; private init; }

    /// <summary>Day in the office.</summary>
    public DateOnly AskedOn { get; private set; }

    /// <summary>How many people were written to; 0 where the company has no address to write to.</summary>
    public int Letters { get; private set; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => Deal is { } deal ? [(typeof(Deal), DealId), (typeof(Consultations.Consultation), deal.ConsultationId)] : [(typeof(Deal), DealId)];

    internal static NewsRequest Of(Deal deal, int months, DateOnly today, int letters) => new() { Deal = deal, Months = months, AskedOn = today, Letters = letters };

    /// <summary>An address has turned up after all.</summary>
    internal void Reach(DateOnly today, int letters)
    {
        AskedOn = today;
        Letters = letters;
    }
}
