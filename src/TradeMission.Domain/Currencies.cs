namespace TradeMission.Domain;

/// <summary>The currencies of ISO 4217 that are in circulation, without funds and metals.</summary>
public static class Currencies
{
    private const string Codes =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB "
        + "EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
        + "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE "
        + "SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

    /// <summary>No minor units: by ISO 4217, and IDR, which has none in practice (DOMAIN: Money).</summary>
    private static readonly HashSet<string> WithoutMinorUnits =
        ["BIF", "CLP", "DJF", "GNF", "IDR", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];

    /// <summary>All, ordered by code.</summary>
    public static IReadOnlyList<Currency> All { get; } =
        [.. Codes.Split(' ').Select(code => new Currency(code, WithoutMinorUnits.Contains(code) ? 0 : 2))];

    private static readonly Dictionary<string, Currency> ByCode = All.ToDictionary(currency => currency.Code);

    /// <summary>The currency of this code (capital letters), or null.</summary>
    public static Currency? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
