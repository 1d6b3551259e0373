namespace TradeMission.Domain.Missions;

/// <summary>Which figure somebody published.</summary>
public enum StatedFigure
{
    ConsultationValue,
    ContractValue,
}
