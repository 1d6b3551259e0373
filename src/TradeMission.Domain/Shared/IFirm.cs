namespace TradeMission.Domain.Shared;

/// <summary>A firm, which somebody may enter a second time under another way of writing (<see cref="NameKey"/>).</summary>
public interface IFirm : INamed, IMergeable
{
    /// <summary>The name it goes by.</summary>
    string FirmName { get; }

    /// <summary>Its name in another language or script.</summary>
    string? OtherFirmName { get; }
}
