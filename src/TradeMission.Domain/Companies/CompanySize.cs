namespace TradeMission.Domain.Companies;

public enum CompanySize
{
    Unknown,
    Micro,
    Small,
    Medium,
    Large,
}
