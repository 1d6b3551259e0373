using System.Net;

namespace TradeMission.Benchmarks;

/// <summary>An upload that says how long it is and is never at hand as a whole.</summary>
internal sealed class EndlessContent : HttpContent
{
    private readonly long length;

    public EndlessContent(long length)
    {
        this.length = length;
        Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var piece = new byte[1 << 16];
        for (var sent = 0L; sent < length; sent += piece.Length)
        {
            await stream.WriteAsync(piece);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = this.length;
        return true;
    }
}
