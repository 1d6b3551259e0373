namespace TradeMission.Domain.Consultations;

/// <summary>What a consultation was logged from.</summary>
public enum RecordedFrom
{
    Page,
    PhoneOffline,
    Import,
    Sample,
}
