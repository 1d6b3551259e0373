namespace TradeMission.Web.Tests.Data;

/// <summary>The ids of the <see cref="World"/>'s records.</summary>
public sealed record WorldIds
{
    public long CompanyA => 1;

    public long CompanyB => 2;

    public long CompanyC => 3;

    public long Bandung => 1;

    public long BuyerNusantara => 1;

    public long BuyerSaigon => 2;

    public long BuyerHanoi => 3;

    public long BuyerEdo => 4;

    public long BuyerBlocked => 5;

    public long Underway => 1;

    public long Closed => 2;

    public long BandungStop => 1;

    public long HanoiStop => 2;

    public long TokyoStop => 3;

    public long AUnderway => 1;

    public long BUnderway => 2;

    public long AClosed => 3;

    public long AWithNusantara => 1;

    public long AWithSaigon => 2;

    public long BWithNusantara => 3;

    public long BWithHanoi => 4;

    public long AWithEdo => 5;
}
