namespace TradeMission.Web.Infrastructure.Schedule;

/// <summary>Work on many records of which one that fails must not keep those behind it waiting for good.</summary>
public static class OneByOne
{
    /// <exception cref="AggregateException">Some failed; all others are done.</exception>
    public static async Task RunAsync<T>(IEnumerable<T> records, Func<T, Task> act)
    {
        var failures = new List<Exception>();
        foreach (var record in records)
        {
            try
            {
                await act(record);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}
