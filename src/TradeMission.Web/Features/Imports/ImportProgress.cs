namespace TradeMission.Web.Features.Imports;

/// <summary>How far one import has come: counted, never guessed.</summary>
public sealed class ImportProgress
{
    private int done;

    public ImportStage Stage { get; private set; }

    /// <summary>0 while nobody knows how much there is.</summary>
    public int Total { get; private set; }

    public int Done => Math.Min(Volatile.Read(ref done), Total);

    public void Begin(ImportStage stage, int total)
    {
        Volatile.Write(ref done, 0);
        (Stage, Total) = (stage, total);
    }

    public void Step(int by) => Interlocked.Add(ref done, by);
}
