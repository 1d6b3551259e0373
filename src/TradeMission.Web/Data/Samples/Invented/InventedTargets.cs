namespace TradeMission.Web.Data.Samples.Invented;

internal sealed record InventedTargets(int? Companies = null, int? Consultations = null, decimal? ConsultationValue = null, decimal? ContractValue = null);
