using TradeMission.Domain.Companies;

namespace TradeMission.Domain.Tests.Companies;

public class ProductTests
{
    [Theory]
    [InlineData("330499", "330499")]
    [InlineData("3304.99", "330499")]
    [InlineData(" 33 04-99 ", "330499")]
    [InlineData("３３０４．９９", "330499")]
    [InlineData("010121", "010121")]
    [InlineData("970690", "970690")]
    [InlineData("000000", null)]
    [InlineData("980000", null)]
    [InlineData("999999", null)]
    [InlineData("33049", null)]
    [InlineData("3304990", null)]
    [InlineData("33049A", null)]
    [InlineData("٣٣٠٤٩٩", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void ParseHsCode_TakesSixDigitsOfAChapter(string? typed, string? code) => Assert.Equal(code, Product.ParseHsCode(typed));
}
