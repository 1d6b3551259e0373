using CsCheck;
using TradeMission.Domain.Companies;

namespace TradeMission.Domain.Tests.Companies;

public class RegistrationNumberTests
{
    private static readonly Gen<string> NineDigits = Gen.Int[0, 999_999_999].Select(number => number.ToString("D9"));

    /// <summary>Numbers that large firms print at the foot of their pages.</summary>
    [Theory]
    [InlineData("124-81-00998")]
    [InlineData("220-81-62517")]
    [InlineData("120-81-47521")]
    public void Parse_KnownNumber_IsTaken(string number) => Assert.Equal(number.Replace("-", ""), RegistrationNumber.Parse(number));

    [Theory]
    [InlineData(" 124 81 00998 ")]
    [InlineData("１２４-８１-００９９８")]
    [InlineData("124－81－00998")]
    [InlineData("124–81–00998")]
    [InlineData("124‑81‑00998")]
    [InlineData("124\u00a081\u300000998")]
    public void Parse_HoweverPeopleWriteIt_IsTaken(string typed) => Assert.Equal("1248100998", RegistrationNumber.Parse(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("124-81-0099")]
    [InlineData("124-81-009980")]
    [InlineData("124-81-0099A")]
    [InlineData("124.81.00998")]
    [InlineData("١٢٤٨١٠٠٩٩٨")]
    public void Parse_WhatIsNoNumber_IsNull(string? typed) => Assert.Null(RegistrationNumber.Parse(typed));

    [Fact]
    public void Parse_HalfASurrogatePair_IsNull() => Assert.Null(RegistrationNumber.Parse("124-81-00998\ud83d"));

    [Fact]
    public void CheckDigit_CompletesAnyNineDigits() =>
        NineDigits.Sample(nine =>
        {
            var number = nine + RegistrationNumber.CheckDigit(nine);
            Assert.Equal(number, RegistrationNumber.Parse(number));
        });

    /// <summary>No weight shares a factor with ten, and the ninth digit's carry keeps its ten images apart.</summary>
    [Fact]
    public void Parse_EverySingleWrongDigit_IsNoticed() =>
        NineDigits.Sample(nine =>
        {
            var number = nine + RegistrationNumber.CheckDigit(nine);
            for (var place = 0; place < 10; place++)
            {
                for (var digit = '0'; digit <= '9'; digit++)
                {
                    var mistyped = number[..place] + digit + number[(place + 1)..];
                    Assert.Equal(mistyped == number ? number : null, RegistrationNumber.Parse(mistyped));
                }
            }
        });

    /// <summary>What the check digit cannot catch: neighbours with weights 1 and 3, 3 and 7 or 7 and 1 that differ by five, swapped.</summary>
    [Fact]
    public void Parse_NeighboursFiveApartSwapped_IsNotNoticed()
    {
        var number = "160000000" + RegistrationNumber.CheckDigit("160000000");
        var swapped = "610000000" + number[9];

        Assert.Equal(swapped, RegistrationNumber.Parse(swapped));
    }

    [Fact]
    public void Format_PutsTheHyphensWherePeopleDo() => Assert.Equal("124-81-00998", RegistrationNumber.Format("1248100998"));
}
