namespace TradeMission.Web.Features.Deals;

/// <summary>A file to be put behind a step's figure.</summary>
public sealed class EvidenceForm
{
    /// <summary>As forms call the file.</summary>
    public const string Field = nameof(Evidence);

    public IFormFile? Evidence { get; set; }

    internal StepFormPage? Page { get; set; }
}
