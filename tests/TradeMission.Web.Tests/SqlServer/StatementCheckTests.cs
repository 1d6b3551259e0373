namespace TradeMission.Web.Tests.SqlServer;

public sealed class StatementCheckTests
{
    [Theory]
    [InlineData("SELECT [m].[Id], [m].[TitleKo] FROM [Missions] AS [m] WHERE [m].[Id] = @id", "@id bigint", true)]
    [InlineData("SELECT [m].[Titel] FROM [Missions] AS [m]", "", false)]
    [InlineData("SELECT [m].[Id] FROM [Mission] AS [m]", "", false)]
    [InlineData("SELECT [m].[Id] FROM [Missions] AS [m] WHERE EXISTS (SELECT 1 FROM [Stops] AS [s] WHERE [s].[MissionId] = [m].[Idd])", "", false)]
    [InlineData("SELECT [m].[Id] FROM [Missions] AS [m] WHERE [m].[Id] = @missing", "", false)]
    [InlineData("SELECT [m].[Id] FORM [Missions] AS [m]", "", false)]
    [InlineData("UPDATE [m] SET [m].[TitleKo] = @p OUTPUT 1 FROM [Missions] AS [m]", "@p nvarchar(200)", true)]
    [InlineData("UPDATE [Missions] SET [Titel] = @p WHERE [Id] = 1", "@p nvarchar(200)", false)]
    [InlineData("INSERT INTO [Missions] ([Titel]) VALUES (@p)", "@p nvarchar(200)", false)]
    public void Errors_FindsWhatAServerWouldRefuse(string text, string parameters, bool isRight)
    {
        var errors = StatementCheck.Errors([new SqlStatement(text, parameters)]);

        Assert.True(isRight == (errors.Count == 0), string.Join("\n", errors));
    }
}
