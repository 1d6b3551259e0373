namespace TradeMission.Web.Features.Consultations;

/// <summary>What consultations add up to in one base currency; different currencies are never added up.</summary>
/// <param name="Buyers">Different buyers; null where nobody counted them.</param>
/// <param name="WithoutRate">Amounts that are left out because their rate is missing.</param>
public sealed record ConsultationSum(string Currency, int Consultations, int? Buyers, decimal ConsultationValue, decimal ContractValue, int WithoutRate);
