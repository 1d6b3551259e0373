namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <summary>Days as spreadsheets count them.</summary>
public static class SerialDate
{
    private static readonly DateOnly Before = new(1899, 12, 30);

    /// <summary>Null where no day has this number. 60 is 29 February 1900, which never was.</summary>
    /// <param name="from1904">As old files from the Macintosh count.</param>
    public static DateOnly? Read(decimal serial, bool from1904 = false)
    {
        var day = decimal.Floor(serial) + (from1904 ? 1462 : 0);
        return day is < 1 or 60 or > 2_958_465 ? null : Before.AddDays((int)day + (day < 60 ? 1 : 0));
    }
}
