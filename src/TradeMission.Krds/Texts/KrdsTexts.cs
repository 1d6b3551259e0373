using System.Globalization;

namespace TradeMission.Krds;

/// <summary>Where the components get their words: Korean unless the site says otherwise.</summary>
public sealed class KrdsTexts
{
    private static readonly Dictionary<string, string> Korean = new()
    {
        [KrdsText.Optional] = "선택",
        [KrdsText.ErrorSummary] = "고칠 곳이 {0}개 있습니다",
        [KrdsText.ValueIsInvalid] = "값을 바르게 적으십시오",
        [KrdsText.Breadcrumb] = "현재 경로",
        [KrdsText.Home] = "홈",
        [KrdsText.Pagination] = "쪽 이동",
        [KrdsText.Previous] = "이전",
        [KrdsText.Next] = "다음",
        [KrdsText.Find] = "찾기",
        [KrdsText.Reset] = "초기화",
    };

    /// <summary>From a key of <see cref="KrdsText"/> and its arguments to the words in the reader's language; asked on every rendering.</summary>
    public Func<string, object[], string> Text { get; set; } =
        (key, args) => string.Format(CultureInfo.InvariantCulture, Korean[key], args);

    internal string this[string key, params object[] args] => Text(key, args);
}
