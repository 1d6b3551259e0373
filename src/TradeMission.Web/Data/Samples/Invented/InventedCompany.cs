using TradeMission.Domain.Companies;

namespace TradeMission.Web.Data.Samples.Invented;

internal sealed record InventedCompany(
    string Ko, string En, string Number, string Line, string Head, string District, CompanySize Size, string? Exports, string Contact, string Position);
