namespace TradeMission.Web.Infrastructure;

/// <summary>Where a record is shown, by the name that the audit trail gives its type.</summary>
public static class RecordAddress
{
    /// <param name="id">0 for a whole list, which an entry about a download is about.</param>
    public static string? Of(string record, long id) => record switch
    {
        _ when id == 0 => null,
        "Mission" => $"/missions/{id}",
        "Consultation" => $"/consultations/{id}",
        "Company" => $"/companies/{id}",
        "Buyer" => $"/buyers/{id}",
        "SisterCity" => $"/sister-cities/{id}",
        "User" => $"/admin/users/{id}",
        "Import" => $"/imports/{id}",
        "ExchangeRate" => "/admin/rates",
        _ => null,
    };

    /// <summary>The type of the records that stand at /room/{id}, by the name that the audit trail gives it.</summary>
    public static string? KindOf(string room) => new[] { "Mission", "Consultation", "Company", "Buyer", "SisterCity" }.FirstOrDefault(record => Of(record, 1) == $"/{room}/1");
}
