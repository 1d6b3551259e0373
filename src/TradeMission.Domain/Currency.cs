namespace TradeMission.Domain;

/// <summary>An ISO 4217 currency.</summary>
/// <param name="Code">Three capital letters.</param>
/// <param name="Decimals">Minor units as used in practice: none for KRW, JPY, IDR; never more than two, which is what records store.</param>
public sealed record Currency(string Code, int Decimals);
