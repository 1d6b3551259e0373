namespace TradeMission.Web.Features.Shared;

/// <summary>A form that edits a record: it carries the version that it was opened on.</summary>
public interface IVersionedForm
{
    int? Version { get; set; }
}
