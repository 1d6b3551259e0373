namespace TradeMission.Krds.Tests.Rig;

public enum SampleAssessment
{
    Failed = 1,
    Possible = 4,
}
