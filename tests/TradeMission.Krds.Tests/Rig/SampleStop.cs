using System.ComponentModel.DataAnnotations;

namespace TradeMission.Krds.Tests.Rig;

public sealed class SampleStop
{
    [Display(Name = "도시")]
    public string? City { get; set; }
}
