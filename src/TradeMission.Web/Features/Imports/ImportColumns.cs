using System.Text.RegularExpressions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Imports;

/// <summary>What the columns of spreadsheets are called. Files are Korean or English whatever the reader's language.</summary>
public static partial class ImportColumns
{
    public const string HeldOn = nameof(HeldOn);
    public const string StartsAt = nameof(StartsAt);
    public const string Stop = nameof(Stop);
    public const string Company = nameof(Company);
    public const string Buyer = nameof(Buyer);
    public const string Country = nameof(Country);
    public const string Kind = nameof(Kind);
    public const string Products = nameof(Products);
    public const string Value = nameof(Value);
    public const string Currency = nameof(Currency);
    public const string Pursued = nameof(Pursued);
    public const string PursuedExpectedOn = nameof(PursuedExpectedOn);
    public const string Assessment = nameof(Assessment);
    public const string NextStep = nameof(NextStep);
    public const string NextStepDueOn = nameof(NextStepDueOn);
    public const string NextStepOwner = nameof(NextStepOwner);
    public const string Notes = nameof(Notes);
    public const string Name = nameof(Name);
    public const string NameOther = nameof(NameOther);
    public const string City = nameof(City);
    public const string Interests = nameof(Interests);
    public const string IntroducedBy = nameof(IntroducedBy);
    public const string NameKo = nameof(NameKo);
    public const string NameEn = nameof(NameEn);
    public const string RegistrationNumber = nameof(RegistrationNumber);
    public const string Representative = nameof(Representative);
    public const string District = nameof(District);
    public const string Industry = nameof(Industry);
    public const string Size = nameof(Size);
    public const string ExportCountries = nameof(ExportCountries);

    private static readonly IReadOnlyList<ImportColumn> OfConsultations =
    [
        new(HeldOn, true, 12, "상담일", "Date", "날짜", "일자", "상담일자", "상담 날짜", "일시", "day", "held on", "consultation date"),
        new(StartsAt, false, 8, "시각", "Time", "시간", "상담시간", "시작", "시작 시각", "start", "starts at", "start time"),
        new(Stop, false, 14, "방문지", "Stop", "방문 도시", "상담지", "상담장소", "venue city"),
        new(Company, true, 24, "참가기업", "Company", "기업", "기업명", "업체", "업체명", "회사", "회사명", "참가업체", "company name", "exporter"),
        new(Buyer, true, 28, "바이어", "Buyer", "바이어명", "바이어 업체명", "상대업체", "현지업체", "buyer name", "importer"),
        new(Country, false, 14, "바이어 국가", "Buyer country", "국가", "국가명", "나라", "country"),
        new(Kind, false, 14, "상담 방식", "Kind", "방식", "상담 구분", "구분", "type"),
        new(Products, false, 24, "상담 품목", "Products", "품목", "제품", "상담제품", "product", "items"),
        new(Value, false, 14, "상담액", "Consultation value", "상담금액", "금액", "value", "amount") { IsAmount = true },
        new(Currency, false, 8, "통화", "Currency", "화폐"),
        new(Pursued, false, 14, "계약추진액", "Contract value (pursued)", "계약추진", "계약 추진 금액", "pursued", "contract value pursued") { IsAmount = true },
        new(PursuedExpectedOn, false, 12, "계약 예상일", "Contract expected on", "예상일", "계약예정일", "expected on"),
        new(Assessment, false, 14, "상담 결과", "Assessment", "평가", "결과", "상담평가", "result"),
        new(NextStep, false, 28, "다음 조치", "Next step", "후속 조치", "향후 계획", "follow-up"),
        new(NextStepDueOn, false, 12, "조치 기한", "Due on", "기한", "후속 기한", "due", "due date"),
        new(NextStepOwner, false, 12, "조치 담당", "Owner", "담당", "담당자", "responsible"),
        new(Notes, false, 32, "상담 내용", "Notes", "비고", "내용", "메모", "특이사항", "remarks", "memo"),
    ];

    private static readonly IReadOnlyList<ImportColumn> OfBuyers =
    [
        new(Name, true, 28, "바이어명", "Name", "바이어", "업체명", "이름", "회사명", "buyer", "buyer name", "company name"),
        new(NameOther, false, 24, "다른 이름", "Other name", "현지어 이름", "한글명", "한글 이름", "local name", "name in korean"),
        new(Country, true, 14, "국가", "Country", "나라", "국가명"),
        new(City, false, 16, "도시", "City", "도시명"),
        new(Interests, false, 28, "관심 품목", "Interests", "관심분야", "품목", "취급품목", "products"),
        new(IntroducedBy, false, 24, "소개 기관", "Introduced by", "소개", "추천기관"),
        new(Notes, false, 32, "비고", "Notes", "메모", "내용", "remarks", "memo"),
    ];

    private static readonly IReadOnlyList<ImportColumn> OfCompanies =
    [
        new(NameKo, true, 24, "기업명", "Name (Korean)", "국문명", "업체명", "회사명", "상호", "기업", "name", "korean name", "company", "company name"),
        new(NameEn, false, 24, "영문명", "Name (English)", "영문 기업명", "영문 이름", "영문 상호", "english name"),
        new(RegistrationNumber, false, 16, "사업자등록번호", "Registration number", "사업자번호", "등록번호", "business registration number"),
        new(Representative, false, 12, "대표자", "Representative", "대표", "대표이사", "대표자명", "ceo"),
        new(District, false, 14, "구/동", "District", "지역", "소재지", "구"),
        new(Industry, false, 18, "업종", "Industry", "산업", "업태", "sector"),
        new(Size, false, 12, "기업 규모", "Size", "규모"),
        new(ExportCountries, false, 24, "수출국", "Export countries", "수출 국가", "수출대상국", "exports to"),
        new(Notes, false, 32, "비고", "Notes", "메모", "내용", "remarks", "memo"),
    ];

    private static readonly Dictionary<ImportKind, Dictionary<string, ImportColumn>> ByHeading = Enum.GetValues<ImportKind>().ToDictionary(kind => kind, kind => Of(kind)
        .SelectMany(column => column.Headings.Append(column.Name).Select(heading => (Folded: Folded(heading), column))).DistinctBy(pair => pair.Folded)
        .ToDictionary(pair => pair.Folded, pair => pair.column));

    public static IReadOnlyList<ImportColumn> Of(ImportKind kind) => kind switch
    {
        ImportKind.Buyers => OfBuyers,
        ImportKind.Companies => OfCompanies,
        _ => OfConsultations,
    };

    /// <summary>The column that a heading names, with its unit or without; null where it names none.</summary>
    public static ImportColumn? Find(ImportKind kind, string heading) =>
        ByHeading[kind].GetValueOrDefault(Folded(heading)) ?? ByHeading[kind].GetValueOrDefault(Folded(Bracketed().Replace(heading, "")));

    /// <summary>The unit that a heading says, in brackets; also one that stands above a table, as (단위: 만불).</summary>
    public static ImportUnit? UnitIn(string text) =>
        Bracketed().Match(text) is { Success: true } found ? ImportUnit.Read(UnitWord().Replace(found.Groups["inside"].Value, "")) : null;

    /// <summary>Spaces and signs do not tell headings apart.</summary>
    private static string Folded(string heading) => string.Concat(SearchText.Fold(heading).Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"[(\[（](?<inside>[^()\[\]（）]*)[)\]）]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\s*(?:단위|unit)\s*[:：]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex UnitWord();
}
