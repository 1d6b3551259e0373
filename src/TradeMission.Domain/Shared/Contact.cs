namespace TradeMission.Domain.Shared;

/// <summary>A person at a company, a buyer or a sister city; of exactly one of them.</summary>
public sealed class Contact : Entity, IPartOf
{
    public long? CompanyId { get; init; }

    public long? BuyerId { get; init; }

    public long? SisterCityId { get; init; }

    public required string Name { get; set; }

    public string? Position { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Notes { get; set; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes
    {
        get
        {
            if (CompanyId is { } company)
            {
                yield return (typeof(Companies.Company), company);
            }

            if (BuyerId is { } buyer)
            {
                yield return (typeof(Buyers.Buyer), buyer);
            }

            if (SisterCityId is { } city)
            {
                yield return (typeof(SisterCities.SisterCity), city);
            }
        }
    }
}
