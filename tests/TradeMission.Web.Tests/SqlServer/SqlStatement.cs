namespace TradeMission.Web.Tests.SqlServer;

/// <summary>A command as it would go to SQL Server.</summary>
/// <param name="Text">T-SQL, possibly several statements.</param>
/// <param name="Parameters">As a procedure declares them: @p0 bigint, @p1 nvarchar(200).</param>
public sealed record SqlStatement(string Text, string Parameters);
