using System.Text;
using CsCheck;
using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("계약서.pdf", "계약서.pdf")]
    [InlineData(@"C:\Users\kim\계약서.pdf", "계약서.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a/", "")]
    [InlineData(null, "")]
    [InlineData("  a b .pdf. ", "a b .pdf")]
    [InlineData("a\0b\r\n.pdf", "ab.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("\u2066a\u2069.pdf", "a.pdf")]
    [InlineData("\uFEFFa.pdf", "a.pdf")]
    [InlineData("<b>&amp;.pdf", "<b>&amp;.pdf")]
    public void Clean_KeepsWhatCanBeShown(string? name, string shown) => Assert.Equal(shown, FileName.Clean(name));

    [Fact]
    public void Clean_MacName_IsComposed() => Assert.Equal("계약서.pdf", FileName.Clean("계약서.pdf".Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Clean_LongName_KeepsItsEnd()
    {
        var name = FileName.Clean(new string('가', 300) + ".pdf");

        Assert.Equal(200, name.Length);
        Assert.EndsWith("가.pdf", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_LongNameCutBehindABlank_DoesNotEndWithIt() => Assert.Equal(new string('a', 198), FileName.Clean(new string('a', 198) + ". " + new string('b', 100)));

    [Fact]
    public void Clean_Anything_IsShowable() => Gen.String[0, 400].Sample(name =>
    {
        var clean = FileName.Clean(name);
        return clean.Length <= FileLimits.LongestName && clean.IndexOfAny(['/', '\\', '\r', '\n', '\0', '\u202E']) < 0
            && clean.IsNormalized(NormalizationForm.FormC) && FileName.Clean(clean) == clean;
    });
}
